import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  newTeam: 'New team',
  createTeam: 'Create team',
  teamName: 'Team name',
  home: 'Home folder',
  homeHint:
    'Whoever manages the home folder manages the team. Whoever makes the team is in it: you can leave it later.',
  homeNew: 'A new top folder of the same name',
  renameTeam: 'Rename team',
  filterTeams: 'Filter teams',
  noTeamTitle: 'No team yet',
  noTeamHint: 'A team receives folders together: grant a folder once, and everybody in the team has it.',
  noTeamMember: 'You belong to no team yet. A manager adds you.',
  pickTeam: 'Choose a team',
  pickTeamHint: 'Its members and folders are shown here.',
  members: 'People in the team',
  noMembers: 'Nobody is in this team yet.',
  addMember: 'Add a person',
  addTo: (team: string) => `Add people to ${team}`,
  everybodyIn: 'Everybody is in this team already. Invite somebody new from People.',
  chooseSome: 'Choose at least one person.',
  chosen: (n: number) => count(n, '# chosen', '# chosen'),
  teamsChosen: (n: number) => count(n, '# team chosen', '# teams chosen'),
  removeSeveral: 'Remove several people',
  removeSeveralHint: 'For people who leave together. Owners are removed one by one, by two owners.',
  nobodyToRemove: 'There is nobody to remove but owners: they are removed one by one, by two owners.',
  removeFrom: (who: string, team: string) => `Remove ${who} from ${team}`,
  teamFolders: 'Folders it reaches',
  teamNoFolders: 'No folder is granted to this team yet. Open a folder and grant it.',
  homeOf: (folder: string) => `Home folder: ${folder}`,
  notInTeam: (home: string) =>
    `You manage ${home}, but are not in this team and so do not hold its key. You can take people out; to bring somebody in, be added by one of its members who manages ${home}.`,
  staleTeam: 'This team needs a new key. The next unlock of one of its managers renews it.',

  filterPeople: 'Filter people',
  you: 'you',
  unnamed: 'Name not available',
  unnamedHint: 'The profile was erased, is not yours to see, or does not match what was signed.',
  role: 'Role',
  teams: 'Teams',
  inNoTeam: 'In no team',
  pickPerson: 'Choose a person',
  pickPersonHint: 'Role, teams and folders are shown here.',
  unseenTeams: (teams: number) =>
    teams === 1 ? '1 team that you do not see' : `${String(teams)} teams that you do not see`,
  unseenFolders: (folders: number) =>
    folders === 1 ? '1 folder that you do not see' : `${String(folders)} folders that you do not see`,
  unseenPeople: (people: number) =>
    people === 1 ? '1 person whose name you do not see' : `${String(people)} people whose names you do not see`,
  removeMember: 'Remove from the organisation',
  makeRole: { owner: 'Make owner', admin: 'Make admin', auditor: 'Make auditor', member: 'Make member' },
  lostKeys: 'Lost their keys',
  lostTitle: (who: string) => `${who} has lost all keys`,
  lostHow: (who: string) =>
    `You invite ${who} again. They register a new key, and when they are let in their old keys are removed from every desk.`,
  lostTeams:
    'Their teams and folders are not theirs by themselves: those who manage them put them back, one click each.',
  lostOwner: 'As an owner, they are first removed under the old keys by two owners; then they can be let in.',
  lostOther:
    'Does one of their keys still work? Then they need no invitation: they unlock with it and register another.',
  inviteAgain: 'Invite again',
  inviteAgainTitle: (who: string) => `Invite ${who} again`,
  inviteAgainHint: (who: string) => `It replaces the keys of ${who}. Teams are put back once they are in.`,
  comesBack: (who: string) => `Comes back with new keys: ${who}`,
  reviewRequest: 'Review',
  letInWaits: 'Waits for a second owner',
  noMatch: (typed: string) => `Nothing matches “${typed}”`,

  requests: 'Requests to join',
  asks: (who: string, teams: string, role: string) =>
    teams === '' ? `${who} asks to join (${role})` : `${who} asks to join ${teams} (${role})`,
  asked: 'Key registered',
  letIn: 'Let in',
  lettingIn: 'Letting in',
  letInName: (who: string) => `Let in ${who}`,
  letInDone: (who: string) => `${who} is in`,

  pending: 'Pending invitations',
  until: (date: string) => `Valid until ${date}`,
  ended: (date: string) => `Expired on ${date}`,
  invite: 'Invite a person',
  inviteTitle: 'Invite a person',
  fullName: 'Full name',
  email: 'E-mail',
  emailWrong: 'Type a whole e-mail address.',
  nameMissing: 'Type the name that colleagues will see.',
  roleHints: {
    owner: 'Appoints others at the top and shares the last word',
    admin: 'Invites and removes people; sees no folder by role',
    auditor: 'Sees who has access; is in no team and opens nothing but a personal folder',
    member: 'Uses what is granted',
  },
  createInvitation: 'Create the invitation',
  inviting: 'Signing the invitation',
  codeTitle: (who: string) => `Invitation for ${who}`,
  code: 'Invitation code',
  codeOnce: 'Shown once: Cloison keeps no copy. If it is lost, invite again.',
  codeHow: (who: string) =>
    `Hand this code to ${who} in person, or by a channel that you trust. In Cloison on their own desk, they choose “I have an invitation code” and paste it.`,
  codeThen: 'When they have registered a key, their request appears here, and you let them in with one click.',
  codeDone: 'I have handed it over',
  codeCopy: 'Copy and close',
}

const fr: Words<typeof en> = {
  newTeam: 'Nouvelle équipe',
  createTeam: "Créer l'équipe",
  teamName: "Nom de l'équipe",
  home: "Dossier d'attache",
  homeHint:
    "Qui gère le dossier d'attache gère l'équipe. Qui crée l'équipe en fait partie : vous pourrez la quitter ensuite.",
  homeNew: 'Un nouveau dossier du même nom, en haut',
  renameTeam: "Renommer l'équipe",
  filterTeams: 'Filtrer les équipes',
  noTeamTitle: "Pas encore d'équipe",
  noTeamHint: "Une équipe reçoit ses dossiers ensemble : donnez un dossier une fois, et toute l'équipe l'a.",
  noTeamMember: "Vous n'êtes dans aucune équipe. Un responsable vous y ajoutera.",
  pickTeam: 'Choisissez une équipe',
  pickTeamHint: 'Ses membres et ses dossiers sont montrés ici.',
  members: "Personnes de l'équipe",
  noMembers: "Personne n'est encore dans cette équipe.",
  addMember: 'Ajouter une personne',
  addTo: (team) => `Ajouter à ${team}`,
  everybodyIn: "Tout le monde est déjà dans cette équipe. Invitez quelqu'un depuis Personnes.",
  chooseSome: 'Choisissez au moins une personne.',
  chosen: (n) => compte(n, '# choisie', '# choisies'),
  teamsChosen: (n) => compte(n, '# équipe choisie', '# équipes choisies'),
  removeSeveral: 'Retirer plusieurs personnes',
  removeSeveralHint: 'Pour des départs groupés. Un propriétaire est retiré seul, par deux propriétaires.',
  nobodyToRemove: "Il n'y a que des propriétaires : chacun est retiré seul, par deux propriétaires.",
  removeFrom: (who, team) => `Retirer ${who} de ${team}`,
  teamFolders: 'Dossiers atteints',
  teamNoFolders: "Aucun dossier n'est encore donné à cette équipe. Ouvrez un dossier et donnez-lui l'accès.",
  homeOf: (folder) => `Dossier d'attache : ${folder}`,
  notInTeam: (home) =>
    `Vous gérez ${home}, mais n'êtes pas dans cette équipe et n'en avez donc pas la clé. Vous pouvez retirer des personnes ; pour en ajouter, faites-vous ajouter par un de ses membres qui gère ${home}.`,
  staleTeam: "Cette équipe attend une nouvelle clé. Le prochain déverrouillage d'un de ses responsables la renouvelle.",

  filterPeople: 'Filtrer les personnes',
  you: 'vous',
  unnamed: 'Nom indisponible',
  unnamedHint: "Le profil a été effacé, ne vous est pas visible, ou n'est pas celui qui a été signé.",
  role: 'Rôle',
  teams: 'Équipes',
  inNoTeam: 'Dans aucune équipe',
  pickPerson: 'Choisissez une personne',
  pickPersonHint: 'Rôle, équipes et dossiers sont montrés ici.',
  unseenTeams: (teams) =>
    teams === 1 ? '1 équipe que vous ne voyez pas' : `${String(teams)} équipes que vous ne voyez pas`,
  unseenFolders: (folders) =>
    folders === 1 ? '1 dossier que vous ne voyez pas' : `${String(folders)} dossiers que vous ne voyez pas`,
  unseenPeople: (people) =>
    people === 1
      ? '1 personne dont vous ne voyez pas le nom'
      : `${String(people)} personnes dont vous ne voyez pas les noms`,
  removeMember: "Retirer de l'organisation",
  makeRole: {
    owner: 'Nommer propriétaire',
    admin: 'Nommer administrateur',
    auditor: 'Nommer auditeur',
    member: 'Rendre simple membre',
  },
  lostKeys: 'Clés perdues',
  lostTitle: (who) => `${who} a perdu toutes ses clés`,
  lostHow: (who) =>
    `Vous invitez de nouveau ${who}, qui enregistre une nouvelle clé ; à son arrivée, les anciennes clés sont retirées de tous les postes.`,
  lostTeams: "Équipes et dossiers ne reviennent pas seuls : qui les gère les remet, d'un clic chacun.",
  lostOwner:
    "Propriétaire, cette personne est d'abord retirée sous ses anciennes clés par deux propriétaires ; ensuite on peut l'accepter.",
  lostOther:
    "Une de ses clés marche encore ? Alors pas besoin d'invitation : qu'elle serve à déverrouiller et à en enregistrer une autre.",
  inviteAgain: 'Inviter de nouveau',
  inviteAgainTitle: (who) => `Inviter de nouveau ${who}`,
  inviteAgainHint: (who) => `Remplace les clés de ${who}. Les équipes sont remises après l'arrivée.`,
  comesBack: (who) => `Revient avec de nouvelles clés : ${who}`,
  reviewRequest: 'Vérifier',
  letInWaits: 'Attend un second propriétaire',
  noMatch: (typed) => `Rien ne correspond à « ${typed} »`,

  requests: "Demandes d'arrivée",
  asks: (who, teams, role) =>
    teams === '' ? `${who} demande à entrer (${role})` : `${who} demande à rejoindre ${teams} (${role})`,
  asked: 'Clé enregistrée',
  letIn: 'Accepter',
  lettingIn: 'Signature',
  letInName: (who) => `Accepter ${who}`,
  letInDone: (who) => `Arrivée signée : ${who}`,

  pending: 'Invitations en attente',
  until: (date) => `Valable jusqu'au ${date}`,
  ended: (date) => `Expirée le ${date}`,
  invite: 'Inviter une personne',
  inviteTitle: 'Inviter une personne',
  fullName: 'Nom complet',
  email: 'Adresse e-mail',
  emailWrong: 'Saisissez une adresse e-mail entière.',
  nameMissing: 'Saisissez le nom que verront les collègues.',
  roleHints: {
    owner: 'Nomme les autres en haut et partage le dernier mot',
    admin: 'Invite et retire des personnes ; son rôle ne lui montre aucun dossier',
    auditor: "Voit qui a accès ; n'est dans aucune équipe et n'ouvre que son dossier personnel",
    member: 'Utilise ce qui lui est donné',
  },
  createInvitation: "Créer l'invitation",
  inviting: "Signature de l'invitation",
  codeTitle: (who) => `Invitation de ${who}`,
  code: "Code d'invitation",
  codeOnce: "Montré une seule fois : Cloison n'en garde pas de copie. S'il se perd, invitez à nouveau.",
  codeHow: (who) =>
    `Remettez ce code à ${who} en main propre, ou par un canal sûr. Sur son propre poste, dans Cloison, la personne choisit « J'ai un code d'invitation » et le colle.`,
  codeThen: "Quand sa clé sera enregistrée, sa demande paraîtra ici, et vous l'accepterez en un clic.",
  codeDone: "Je l'ai remis",
  codeCopy: 'Copier et fermer',
}

/** Teams, people, invitations and requests to join. */
export const peopleWords = words(en, fr)
