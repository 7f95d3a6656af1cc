import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  newFolder: 'New folder',
  newSubfolder: 'New subfolder',
  folderName: 'Folder name',
  folderNameHint: 'A direction, a category, a team, a client. Its name is sealed: the server never reads it.',
  insideOf: (name: string) => `Inside “${name}”. Who has access there will have access here.`,
  atTop: 'At the top of the tree. You will manage it.',
  createFolder: 'Create folder',
  creating: 'Creating',
  renameFolder: 'Rename folder',
  renaming: 'Renaming',
  renamed: 'Renamed',
  nameMissing: 'Give it a name.',

  firstTitle: 'Start with a folder',
  firstHint:
    'Folders hold logins and decide who reaches them. Make one for a department or a client; folders nest as deep as you need.',
  noneTitle: 'No folder is shared with you yet',
  noneHint: 'When a manager grants you a folder, it appears here by itself.',
  pickTitle: 'Choose a folder',
  pickHint: 'Its logins are listed here.',

  access: 'Who has access',
  nobody: 'Only you, for now.',
  through: (folder: string) => `through ${folder}`,
  directly: 'on this folder',
  manageAccess: 'Manage access',
  accessTo: (name: string) => `Access to ${name}`,
  accessHint: 'Access here is access to every folder below.',
  grant: 'Grant access',
  grantTitle: (name: string) => `Grant access to ${name}`,
  to: 'To',
  chooseGrantee: 'Choose a team or a person',
  granteeMissing: 'Choose a team or a person.',
  team: (name: string) => `${name} (team)`,
  level: 'Level',
  review: 'Review',
  changeLevelFor: (who: string) => `Change the level: ${who}`,
  revokeFor: (who: string) => `Revoke: ${who}`,
  nobodyToGrant: 'There is nobody to grant it to yet. Create a team or invite a person first.',

  logins: 'Logins',
  filter: 'Filter logins',
  newLogin: 'New login',
  emptyTitle: 'No login here yet',
  emptyHint: 'A login holds a name, an address, a username and a password. Whoever has access can fill it.',
  emptyReadOnly: 'Nothing has been added to this folder. You see what others add as soon as they do.',
  noMatch: (typed: string) => `No login matches “${typed}”`,
  noMatchHint: 'The filter looks in names, usernames and addresses of this folder.',
  clearFilter: 'Clear the filter',
  onlyFirst: (shown: number, more: number) =>
    count(
      more,
      `The first ${String(shown)} are shown; # more. Filter to narrow the list.`,
      `The first ${String(shown)} are shown; # more. Filter to narrow the list.`,
    ),
  refusedTitle: 'This folder is refused',
  staleTitle: 'This folder waits for a new key',
  staleNext:
    'Somebody lost access to it. Reading and filling still work. What you change is kept on this desk, and sent once a manager has renewed the key by unlocking.',
}

const fr: Words<typeof en> = {
  newFolder: 'Nouveau dossier',
  newSubfolder: 'Nouveau sous-dossier',
  folderName: 'Nom du dossier',
  folderNameHint:
    'Une direction, une catégorie, une équipe, un client. Le nom est scellé : le serveur ne le lit jamais.',
  insideOf: (name) => `Dans « ${name} ». Qui a accès là-bas aura accès ici.`,
  atTop: "En haut de l'arbre. Vous en serez gestionnaire.",
  createFolder: 'Créer le dossier',
  creating: 'Création',
  renameFolder: 'Renommer le dossier',
  renaming: 'Changement de nom',
  renamed: 'Renommé',
  nameMissing: 'Donnez-lui un nom.',

  firstTitle: 'Commencez par un dossier',
  firstHint:
    "Les dossiers contiennent les identifiants et décident qui les atteint. Créez-en un pour un service ou un client ; ils s'emboîtent autant qu'il le faut.",
  noneTitle: "Aucun dossier n'est encore partagé avec vous",
  noneHint: "Dès qu'un responsable vous donne accès à un dossier, il apparaît ici de lui-même.",
  pickTitle: 'Choisissez un dossier',
  pickHint: 'Ses identifiants sont listés ici.',

  access: 'Qui a accès',
  nobody: "Vous seul, pour l'instant.",
  through: (folder) => `par ${folder}`,
  directly: 'sur ce dossier',
  manageAccess: 'Gérer les accès',
  accessTo: (name) => `Accès à ${name}`,
  accessHint: "Avoir accès ici, c'est avoir accès à tous les dossiers en dessous.",
  grant: "Donner l'accès",
  grantTitle: (name) => `Donner accès à ${name}`,
  to: 'À qui',
  chooseGrantee: 'Choisissez une équipe ou une personne',
  granteeMissing: 'Choisissez une équipe ou une personne.',
  team: (name) => `${name} (équipe)`,
  level: 'Niveau',
  review: 'Vérifier',
  changeLevelFor: (who) => `Changer le niveau : ${who}`,
  revokeFor: (who) => `Retirer l'accès : ${who}`,
  nobodyToGrant: "Il n'y a encore personne à qui le donner. Créez d'abord une équipe ou invitez une personne.",

  logins: 'Identifiants',
  filter: 'Filtrer les identifiants',
  newLogin: 'Nouvel identifiant',
  emptyTitle: 'Aucun identifiant ici',
  emptyHint:
    "Un identifiant réunit un nom, une adresse, un nom d'utilisateur et un mot de passe. Qui a accès peut le remplir.",
  emptyReadOnly: "Rien n'a encore été ajouté à ce dossier. Vous verrez les ajouts dès qu'ils seront faits.",
  noMatch: (typed) => `Aucun identifiant ne correspond à « ${typed} »`,
  noMatchHint: "Le filtre cherche dans les noms, les noms d'utilisateur et les adresses de ce dossier.",
  clearFilter: 'Effacer le filtre',
  onlyFirst: (shown, more) =>
    compte(
      more,
      `Les ${String(shown)} premiers sont affichés ; # de plus. Filtrez pour réduire la liste.`,
      `Les ${String(shown)} premiers sont affichés ; # de plus. Filtrez pour réduire la liste.`,
    ),
  refusedTitle: 'Ce dossier est refusé',
  staleTitle: 'Ce dossier attend une nouvelle clé',
  staleNext:
    "Quelqu'un en a perdu l'accès. Lire et remplir restent possibles. Vos changements sont gardés sur ce poste et partiront quand un responsable, en déverrouillant, aura renouvelé la clé.",
}

/** The tree, a folder, who has access to it, and its list of logins. */
export const folderWords = words(en, fr)
