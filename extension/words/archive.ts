import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  title: 'Archived',
  archive: 'Archive',
  menu: 'Archive this client',
  ask: (name: string) => `Archive ${name}?`,
  does: 'What it does, for everybody',
  doesTree: (folders: number) =>
    folders === 0
      ? 'It leaves the tree, the lists to choose from, and the first hits of the search.'
      : `It leaves the tree, the lists to choose from, and the first hits of the search, with ${count(folders, '# folder', '# folders')} below.`,
  doesFill: 'None of its logins is offered or filled on any page, also where somebody asks for it.',
  doesNot: 'What it does not',
  notAccess:
    'Access stays as it was: whoever could read its logins can still read them here, and keys are not renewed.',
  notEnd:
    'Nothing is deleted. To end the filling for good, close the client; to end somebody’s access, take their grant.',
  back: 'Whoever manages the folder can bring it back at any time.',
  archiving: 'Archiving',
  done: (name: string) => `${name} is archived`,
  bringBack: 'Bring back',
  bringingBack: 'Bringing it back',
  broughtBack: (name: string) => `${name} is back in the tree`,
  bannerTitle: 'This client is archived',
  bannerAbove: (name: string) => `${name}, above, is archived, and this folder with it`,
  banner: 'Nothing of it is offered or filled. Access is as it was: whoever can read it reads it here.',
  hint: 'Folders that were put away. Nothing of them is offered or filled; access to them is as it was.',
  noneTitle: 'Nothing is archived',
  noneHint: 'When a client has ended, its folder can be archived: it then lies here, out of everybody’s way.',
  filter: 'Filter the archive by name or path',
  show: (n: number) => count(n, '# archived folder', '# archived folders'),
  kind: 'Archived folder',
  login: 'Archived login',
}

const fr: Words<typeof en> = {
  title: 'Archives',
  archive: 'Archiver',
  menu: 'Archiver ce client',
  ask: (name) => `Archiver ${name} ?`,
  does: 'Ce que cela fait, pour tout le monde',
  doesTree: (folders) =>
    folders === 0
      ? "Il quitte l'arbre, les listes de choix et les premiers résultats de la recherche."
      : `Il quitte l'arbre, les listes de choix et les premiers résultats de la recherche, avec ${compte(folders, '# dossier', '# dossiers')} qu'il contient.`,
  doesFill: "Aucun de ses identifiants n'est proposé ni rempli sur une page, même si quelqu'un le demande.",
  doesNot: 'Ce que cela ne fait pas',
  notAccess:
    "Les accès restent tels quels : qui pouvait lire ses identifiants les lit encore ici, et aucune clé n'est renouvelée.",
  notEnd:
    "Rien n'est supprimé. Pour que plus rien ne se remplisse, durablement, fermez le client ; pour mettre fin à un accès, retirez le droit.",
  back: "Qui gère le dossier peut l'en sortir à tout moment.",
  archiving: 'Archivage',
  done: (name) => `${name} est archivé`,
  bringBack: "Sortir de l'archive",
  bringingBack: 'Sortie en cours',
  broughtBack: (name) => `${name} est de retour dans l'arbre`,
  bannerTitle: 'Ce client est archivé',
  bannerAbove: (name) => `${name}, au-dessus, est archivé, et ce dossier avec lui`,
  banner: "Rien n'en est proposé ni rempli. Les accès sont tels quels : qui peut le lire le lit ici.",
  hint: "Les dossiers mis de côté. Rien n'en est proposé ni rempli ; leurs accès restent tels quels.",
  noneTitle: "Rien n'est archivé",
  noneHint: "Quand un client s'en va, son dossier peut être archivé : il se range alors ici et ne gêne plus personne.",
  filter: 'Filtrer les archives par nom ou chemin',
  show: (n) => compte(n, '# dossier archivé', '# dossiers archivés'),
  kind: 'Dossier archivé',
  login: 'Identifiant archivé',
}

/** A client that ended, put away: what that does, and what it does not. */
export const archiveWords = words(en, fr)
