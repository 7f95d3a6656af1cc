import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  grantTitle: (who: string, folder: string) => `Grant ${folder} to ${who}`,
  grantTrue: (who: string, folder: string, level: string) =>
    `${who} will have the level ${level} on ${folder} and on every folder below.`,
  revokeTitle: (who: string, folder: string) => `Revoke ${who} on ${folder}`,
  revokeTrue: (who: string, folder: string) =>
    `${who} will have no grant of their own on ${folder}. What reaches them another way stays.`,
  addTitle: (team: string) => `Add to ${team}`,
  addTrue: (who: string, team: string) => `${who} will be in ${team} and have all its folders.`,
  takeTitle: (who: string, team: string) => `Remove ${who} from ${team}`,
  takeTrue: (who: string, team: string) =>
    `${who} will be out of ${team} at once. What is written afterwards cannot be opened with what they had.`,
  removeTitle: (who: string) => `Remove ${who} from the organisation`,
  removeTrue: (who: string) =>
    `${who} will be out at once: every desk of theirs drops everything, and what is written afterwards cannot be opened with what they had.`,
  teamCounts: (team: string, people: number) =>
    count(people, `${team} is # person today.`, `${team} is # people today.`),
  teamWillCount: (team: string, people: number) =>
    count(people, `${team} will be # person.`, `${team} will be # people.`),
  moreFolders: (n: number) => count(n, '# more folder', '# more folders'),
  grantDates: (who: string, dates: string) => `The grant to ${who} counts ${dates}.`,
  letInTitle: (who: string) => `Let in ${who}`,
  letInTrue: (who: string, role: string) => `${who} will be ${role} of the organisation.`,
  letInTeams: (who: string, teams: string) => `${who} will be in ${teams}, with all their folders.`,
  otherTeams: (n: number) => count(n, '# team that you do not see', '# teams that you do not see'),
  oldKeys: (who: string) =>
    `The old keys of ${who} are removed in the same entry: a desk that they open drops everything.`,
  putBackLater: 'Teams and folders are put back afterwards, by those who manage them, under “Waiting”.',
  roleTitle: (who: string, role: string) => `Make ${who} ${role}`,
  roleTrue: (who: string, role: string) => `${who} will be ${role}. Teams and folders stay as they are.`,
  moveTitle: (folder: string) => `Move ${folder}`,
  moveTrue: (folder: string, to: string) => `${folder}, with every folder below, will be in ${to}.`,
  moveTopTrue: (folder: string) => `${folder}, with every folder below, will be at the top of the tree.`,
  moveKeys: 'Whoever reaches it from above today loses it, and cannot open what is written afterwards.',
  closeTrue: (folder: string) => `No login of ${folder}, or of a folder below, will be filled any more.`,
  closeStops: 'Nothing will be written or granted there. Whoever reaches it can still read it.',
  reopenTitle: (folder: string) => `Reopen ${folder}`,
  witnessTitle: (folder: string) => `Have the server witness ${folder}`,
  witnessTrue: (folder: string) =>
    `The server will hand out each secret of ${folder} one by one and record every use; without the server it cannot be used.`,
  unwitnessTitle: (folder: string) => `End the witnessing of ${folder}`,
  unwitnessTrue: (folder: string) =>
    `Desks will keep the secrets of ${folder}, sealed, and use them without the server; uses are no longer recorded by it.`,
  adoptTitle: (folder: string) => `A manager for ${folder}`,
  anchorTitle: (folder: string) => `Settle the record of ${folder}`,
  anchorMeans:
    'What earlier removals and new keys said about this record no longer counts. A desk that knows more than yours will say so.',
  policyTitle: 'Change the policy',
  approveTitle: (who: string) => `Approve what ${who} proposes`,
  withdrawTitle: 'Take this off the table',
  withdrawTrue: (what: string) => `This will no longer wait, and will not happen: ${what}.`,
  orphans: (folders: string) =>
    `Nobody will manage ${folders} any more. Give “manage” to a successor first; otherwise two owners must take it over.`,
  foldersBelow: (n: number) => count(n, '# folder below', '# folders below'),
  otherFolders: (n: number) => count(n, '# folder that you do not see', '# folders that you do not see'),
  removeManyTitle: (n: number) =>
    count(n, 'Remove # person from the organisation', 'Remove # people from the organisation'),
  removeManyTrue: (who: string) =>
    `They will be out at once, and every key they held is renewed once for all of them: ${who}.`,
  other: 'Sign this act',

  levelOn: (level: string, folders: string) => `${level} on ${folders}`,
  lowered: (level: string, folders: string) => `only ${level} from now on, on ${folders}`,
  rekeys: (teams: number, folders: number) =>
    [
      teams > 0 ? count(teams, '# team key', '# team keys') : '',
      folders > 0 ? count(folders, '# folder key', '# folder keys') : '',
    ]
      .filter((each) => each !== '')
      .join(' and ') + ' will be renewed with your signature.',
  signingRekeys: 'Renewing keys and signing. This can take a while; keep this page open.',
  toChange: (n: number) =>
    count(
      n,
      'They could use # login: its password is to be changed at the client. It stays under “Passwords to change” until it is.',
      'They could use # logins: their passwords are to be changed at the clients. They stay under “Passwords to change” until they are.',
    ),
  judging: 'Working out what will change',
  someone: 'this person',
}

const fr: Words<typeof en> = {
  grantTitle: (who, folder) => `Donner ${folder} à ${who}`,
  grantTrue: (who, folder, level) =>
    `${who} aura le niveau ${level} sur ${folder} et sur tous les dossiers en dessous.`,
  revokeTitle: (who, folder) => `Retirer ${folder} à ${who}`,
  revokeTrue: (who, folder) => `${who} n'aura plus d'accès propre à ${folder}. Ce qui lui vient d'ailleurs demeure.`,
  addTitle: (team) => `Ajouter à ${team}`,
  addTrue: (who, team) => `Dans ${team}, avec tous ses dossiers : ${who}.`,
  takeTitle: (who, team) => `Retirer ${who} de ${team}`,
  takeTrue: (who, team) =>
    `${who} quitte ${team} aussitôt. Ce qui sera écrit ensuite ne s'ouvrira pas avec ses anciennes clés.`,
  removeTitle: (who) => `Retirer ${who} de l'organisation`,
  removeTrue: (who) =>
    `${who} sort aussitôt : ses postes effacent tout, et ce qui sera écrit ensuite ne s'ouvrira pas avec ses anciennes clés.`,
  teamCounts: (team, people) =>
    compte(people, `${team} compte aujourd'hui # personne.`, `${team} compte aujourd'hui # personnes.`),
  teamWillCount: (team, people) => compte(people, `${team} comptera # personne.`, `${team} comptera # personnes.`),
  moreFolders: (n) => compte(n, '# autre dossier', '# autres dossiers'),
  grantDates: (who, dates) => `L'accès de ${who} vaut ${dates}.`,
  letInTitle: (who) => `Accepter ${who}`,
  letInTrue: (who, role) => `${who} sera ${role} de l'organisation.`,
  letInTeams: (who, teams) => `${who} sera dans ${teams}, avec tous leurs dossiers.`,
  otherTeams: (n) => compte(n, '# équipe que vous ne voyez pas', '# équipes que vous ne voyez pas'),
  oldKeys: (who) =>
    `Les anciennes clés de ${who} sont retirées dans la même entrée : un poste qu'elles ouvrent efface tout.`,
  putBackLater: 'Équipes et dossiers sont remis ensuite, par qui les gère, sous « En attente ».',
  roleTitle: (who, role) => `Nommer ${who} ${role}`,
  roleTrue: (who, role) => `${who} sera ${role}. Ses équipes et ses dossiers restent les mêmes.`,
  moveTitle: (folder) => `Déplacer ${folder}`,
  moveTrue: (folder, to) => `${folder}, avec tous les dossiers en dessous, sera dans ${to}.`,
  moveTopTrue: (folder) => `${folder}, avec tous les dossiers en dessous, sera en haut de l'arbre.`,
  moveKeys: "Qui l'atteint aujourd'hui par le dessus le perd, et n'ouvrira pas ce qui sera écrit ensuite.",
  closeTrue: (folder) => `Aucun identifiant de ${folder}, ni d'un dossier en dessous, ne sera plus rempli.`,
  closeStops: "Rien n'y sera plus écrit ni accordé. Qui l'atteint pourra encore le lire.",
  reopenTitle: (folder) => `Rouvrir ${folder}`,
  witnessTitle: (folder) => `Faire tracer ${folder} par le serveur`,
  witnessTrue: (folder) =>
    `Le serveur remettra un à un les secrets de ${folder} et notera chaque usage ; sans le serveur, pas d'usage possible.`,
  unwitnessTitle: (folder) => `Ne plus faire tracer ${folder}`,
  unwitnessTrue: (folder) =>
    `Les postes garderont, scellés, les secrets de ${folder} et s'en serviront sans le serveur, qui n'en notera plus l'usage.`,
  adoptTitle: (folder) => `Un responsable pour ${folder}`,
  anchorTitle: (folder) => `Fixer l'historique de ${folder}`,
  anchorMeans:
    "Ce que d'anciens retraits et clés nouvelles disaient de cet historique ne compte plus. Un poste qui en sait plus que le vôtre le dira.",
  policyTitle: 'Changer les règles',
  approveTitle: (who) => `Approuver ce que propose ${who}`,
  withdrawTitle: 'Renoncer à cette proposition',
  withdrawTrue: (what) => `Ceci n'attendra plus et n'aura pas lieu : ${what}.`,
  orphans: (folders) =>
    `Plus personne ne gérera ${folders}. Donnez d'abord « gérer » à un successeur ; sinon, deux propriétaires devront faire reprendre.`,
  foldersBelow: (n) => compte(n, '# dossier en dessous', '# dossiers en dessous'),
  otherFolders: (n) => compte(n, '# dossier que vous ne voyez pas', '# dossiers que vous ne voyez pas'),
  removeManyTitle: (n) => compte(n, "Retirer # personne de l'organisation", "Retirer # personnes de l'organisation"),
  removeManyTrue: (who) =>
    `Ces personnes sortent aussitôt, et chaque clé qu'elles avaient est renouvelée, une seule fois pour elles toutes : ${who}.`,
  other: 'Signer cet acte',

  levelOn: (level, folders) => `${level} sur ${folders}`,
  lowered: (level, folders) => `désormais seulement ${level}, sur ${folders}`,
  rekeys: (teams, folders) =>
    'Votre signature renouvelle ' +
    [
      teams > 0 ? compte(teams, "# clé d'équipe", "# clés d'équipe") : '',
      folders > 0 ? compte(folders, '# clé de dossier', '# clés de dossier') : '',
    ]
      .filter((each) => each !== '')
      .join(' et ') +
    '.',
  signingRekeys: 'Renouvellement des clés et signature. Cela peut durer ; gardez cette page ouverte.',
  toChange: (n) =>
    compte(
      n,
      '# identifiant était à leur portée : son mot de passe est à changer chez le client. Il reste sous « Mots de passe à changer » jusque-là.',
      '# identifiants étaient à leur portée : leurs mots de passe sont à changer chez les clients. Ils restent sous « Mots de passe à changer » jusque-là.',
    ),
  judging: 'Calcul de ce qui va changer',
  someone: 'cette personne',
}

/** The review sheet of each signed act. */
export const actWords = words(en, fr)
