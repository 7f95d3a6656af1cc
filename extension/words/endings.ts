import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  cancelInvitation: 'Cancel the invitation',
  cancelTitle: (who: string) => `Cancel the invitation for ${who}?`,
  cancelHint: 'Its code lets nobody in any more. You can invite the person again at any time.',
  cancelling: 'Cancelling',
  cancelled: 'The invitation is cancelled',
  keepInvitation: 'Keep it',
  newCode: 'New code',
  newCodeHint: 'The old code is cancelled',
  acts: (who: string) => `Acts on the invitation for ${who}`,
  refuse: 'Refuse',
  refuseTitle: (who: string) => `Refuse ${who}?`,
  refuseHint:
    'They are not let in, their invitation is cancelled, and the server forgets the key that they registered. You can invite them again.',
  refusing: 'Refusing',
  refused: (who: string) => `${who} was refused`,

  isMember: (who: string) => `${who} has this e-mail already and is in the organisation.`,
  showPerson: (who: string) => `Show ${who}`,
  isInvited: (who: string, date: string) => `${who} is invited with this e-mail already, until ${date}.`,
  isInvitedHint: 'For a new code in the place of the old one, choose “New code” in the list of invitations.',
  asksAlready: (who: string) => `${who} has answered an invitation with this e-mail and waits to be let in.`,
  stillInvite: 'You can invite all the same, for a second membership.',

  sameFolder: (name: string) => `A folder called “${name}” lies here already.`,
  sameTeam: (name: string) => `There is a team called “${name}” already.`,
  sameHint: 'You can use the name twice, but others may take one for the other.',
  homeTold: (name: string) => `A new folder called “${name}” will appear at the top of the tree, for you to manage.`,

  deleteFolder: 'Delete this folder',
  deleteFolderTitle: (folder: string) => `Delete ${folder}`,
  deleteFolderTrue: (folder: string) =>
    `${folder} will be gone on every desk and on the server, with its name, key and grants.`,
  deleteFolderEnd: 'This cannot be undone. The ledger keeps that it was there, without its name.',
  notEmpty: (folder: string) => `${folder} is not empty`,
  notEmptyHint:
    'Delete or move first what is in it. To keep it out of everybody’s way, with nothing of it offered or filled, archive it instead.',
  holdsLogins: (n: number) => count(n, '# login', '# logins'),
  holdsFolders: (n: number) => count(n, '# folder', '# folders'),
  holdsTeam: (team: string) => `the team ${team}, whose home it is`,
  archiveInstead: 'Archive it',
  deleteTeam: 'Delete this team',
  deleteTeamTitle: (team: string) => `Delete ${team}`,
  deleteTeamTrue: (team: string) =>
    `${team} will be gone on every desk and on the server. Its people stay in the organisation.`,
  deleteTeamLose: 'Whoever reached a folder only by this team loses it at once.',
  deleteTeamEnd: 'This cannot be undone: a new team of that name is another team.',

  stopsTitle: (n: number) => count(n, 'Who can fill there no more: # person', 'Who can fill there no more: # people'),
  closeTitle: (folder: string) => `Close ${folder}`,
  closeUndo:
    'You close it alone. To undo it, two owners sign “Reopen” in the folder’s menu: one proposes, another approves.',
  policyUndo: 'You make the rules stricter alone. To go back, two owners must sign.',

  auditorTrue: (who: string) => `${who} will see who has access, and open nothing but a personal folder of their own.`,
  auditorLeaves: (who: string, what: string) => `The same entry takes ${who} out of: ${what}.`,
  cancelTrue: (who: string) => `The code of ${who} will let nobody in.`,
}

const fr: Words<typeof en> = {
  cancelInvitation: "Annuler l'invitation",
  cancelTitle: (who) => `Annuler l'invitation de ${who} ?`,
  cancelHint: "Son code n'admettra plus personne. Vous pourrez inviter la personne à nouveau quand vous voudrez.",
  cancelling: 'Annulation',
  cancelled: "L'invitation est annulée",
  keepInvitation: 'La garder',
  newCode: 'Nouveau code',
  newCodeHint: "L'ancien code est annulé",
  acts: (who) => `Actes sur l'invitation de ${who}`,
  refuse: 'Refuser',
  refuseTitle: (who) => `Refuser ${who} ?`,
  refuseHint:
    "La personne n'entre pas, son invitation est annulée, et le serveur oublie la clé qu'elle a enregistrée. Vous pourrez l'inviter à nouveau.",
  refusing: 'Refus',
  refused: (who) => `Demande refusée : ${who}`,

  isMember: (who) => `${who} a déjà cette adresse et fait partie de l'organisation.`,
  showPerson: (who) => `Voir ${who}`,
  isInvited: (who, date) => `${who} est déjà invité avec cette adresse, jusqu'au ${date}.`,
  isInvitedHint:
    "Pour un nouveau code à la place de l'ancien, choisissez « Nouveau code » dans la liste des invitations.",
  asksAlready: (who) => `${who} a répondu à une invitation avec cette adresse et attend d'être accepté.`,
  stillInvite: 'Vous pouvez inviter quand même, pour une seconde adhésion.',

  sameFolder: (name) => `Un dossier nommé « ${name} » se trouve déjà ici.`,
  sameTeam: (name) => `Il y a déjà une équipe nommée « ${name} ».`,
  sameHint: "Le nom peut servir deux fois, mais d'autres pourraient confondre.",
  homeTold: (name) => `Un nouveau dossier nommé « ${name} » paraîtra en haut de l'arbre, et vous le gérerez.`,

  deleteFolder: 'Supprimer ce dossier',
  deleteFolderTitle: (folder) => `Supprimer ${folder}`,
  deleteFolderTrue: (folder) =>
    `${folder} disparaîtra de chaque poste et du serveur, avec son nom, sa clé et ses accès.`,
  deleteFolderEnd: "C'est sans retour. Le registre garde qu'il a existé, sans son nom.",
  notEmpty: (folder) => `${folder} n'est pas vide`,
  notEmptyHint:
    "Supprimez ou déplacez d'abord ce qu'il contient. Pour le mettre de côté, sans que rien n'en soit proposé ni rempli, archivez-le plutôt.",
  holdsLogins: (n) => compte(n, '# identifiant', '# identifiants'),
  holdsFolders: (n) => compte(n, '# dossier', '# dossiers'),
  holdsTeam: (team) => `l'équipe ${team}, dont il est l'attache`,
  archiveInstead: "L'archiver",
  deleteTeam: 'Supprimer cette équipe',
  deleteTeamTitle: (team) => `Supprimer ${team}`,
  deleteTeamTrue: (team) =>
    `${team} disparaîtra de chaque poste et du serveur. Ses membres restent dans l'organisation.`,
  deleteTeamLose: "Qui n'atteignait un dossier que par cette équipe le perd aussitôt.",
  deleteTeamEnd: "C'est sans retour : une nouvelle équipe du même nom en est une autre.",

  stopsTitle: (n) =>
    compte(n, 'Qui ne pourra plus y remplir : # personne', 'Qui ne pourra plus y remplir : # personnes'),
  closeTitle: (folder) => `Clore ${folder}`,
  closeUndo:
    "Votre signature suffit pour clore. Pour revenir en arrière, deux propriétaires signent « Rouvrir » dans le menu du dossier : l'un propose, un autre approuve.",
  policyUndo:
    'Votre signature suffit pour durcir les règles. Pour revenir en arrière, deux propriétaires devront signer.',

  auditorTrue: (who) => `${who} verra qui a accès, et n'ouvrira rien d'autre que son dossier personnel.`,
  auditorLeaves: (who, what) => `La même entrée retire ${who} de : ${what}.`,
  cancelTrue: (who) => `Le code de ${who} n'admettra personne.`,
}

/** How things end: invitations, requests, teams, folders, clients; and what is asked before. */
export const endingWords = words(en, fr)
