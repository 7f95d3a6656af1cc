import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  canOpen: 'What they can open',
  youCanOpen: 'What you can open',
  opensFolders: (n: number) => count(n, '# folder', '# folders'),
  opensNothing: 'Nothing is open to this person: no folder is granted to them or to a team of theirs.',
  filterFolders: 'Find a folder',
  insideSame: (n: number) => count(n, '# folder inside, the same', '# folders inside, the same'),
  unseenFolders: (n: number) => count(n, '# folder that you do not see.', '# folders that you do not see.'),
  hasPersonal: 'A personal folder, which is theirs alone.',
  readsNames: (role: string) => `As ${role}, the names of all folders and teams besides, and no login by that.`,

  whoOpens: 'Who can open this',
  showWho: 'Show each person',
  heads: (n: number) => count(n, '# person can open this', '# people can open this'),
  filterPeople: 'Find a person or a team',
  nobodyOpens: 'Nobody can open this.',
  people: (n: number) => count(n, '# person', '# people'),
  noneMatches: (typed: string) => `Nothing here matches “${typed}”`,

  viaTeam: (team: string, folder: string) => `as a member of ${team}, by a grant on ${folder}`,
  byName: (folder: string) => `by a grant by name on ${folder}`,
  viaGrant: (folder: string) => `by a grant on ${folder}`,
  also: (how: string) => `Also ${how}`,
  aTeam: 'a team that you do not see',
  aFolder: 'a folder above that you do not see',
  unfold: 'Unfold',
  fold: 'Fold',
  openFolder: 'Open the folder',
  openPerson: 'Open the page of this person',
}

const fr: Words<typeof en> = {
  canOpen: 'Ce que cette personne peut ouvrir',
  youCanOpen: 'Ce que vous pouvez ouvrir',
  opensFolders: (n) => compte(n, '# dossier', '# dossiers'),
  opensNothing: "Rien ne lui est ouvert : aucun dossier ne lui est donné, ni à l'une de ses équipes.",
  filterFolders: 'Chercher un dossier',
  insideSame: (n) => compte(n, '# dossier en dessous, de même', '# dossiers en dessous, de même'),
  unseenFolders: (n) => compte(n, '# dossier que vous ne voyez pas.', '# dossiers que vous ne voyez pas.'),
  hasPersonal: "Un dossier personnel, qui n'est qu'à cette personne.",
  readsNames: (role) =>
    `Comme ${role}, les noms de tous les dossiers et de toutes les équipes en plus, et aucun identifiant par là.`,

  whoOpens: 'Qui peut ouvrir ce dossier',
  showWho: 'Montrer chaque personne',
  heads: (n) => compte(n, '# personne peut ouvrir ce dossier', '# personnes peuvent ouvrir ce dossier'),
  filterPeople: 'Chercher une personne ou une équipe',
  nobodyOpens: 'Personne ne peut ouvrir ce dossier.',
  people: (n) => compte(n, '# personne', '# personnes'),
  noneMatches: (typed) => `Rien ici ne correspond à « ${typed} »`,

  viaTeam: (team, folder) => `comme membre de ${team}, par un accès donné sur ${folder}`,
  byName: (folder) => `par un accès nominatif sur ${folder}`,
  viaGrant: (folder) => `par un accès donné sur ${folder}`,
  also: (how) => `Et aussi ${how}`,
  aTeam: 'une équipe que vous ne voyez pas',
  aFolder: 'un dossier au-dessus que vous ne voyez pas',
  unfold: 'Déplier',
  fold: 'Replier',
  openFolder: 'Ouvrir le dossier',
  openPerson: 'Ouvrir la page de cette personne',
}

/** Why somebody can open something: the sentences, and the two lists. */
export const accessWords = words(en, fr)
