import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  pageTitle: 'Cloison console',
  sections: 'Sections',
  folders: 'Folders',
  teams: 'Teams',
  people: 'People',

  lockedTitle: 'Cloison is locked',
  lockedBecause: {
    button: 'You locked it. Nothing readable is left on this desk.',
    idle: 'It locked by itself, because nobody was here. Nothing readable is left on this desk.',
    revoked:
      'The key that opened this desk was revoked. Nothing readable is left on this desk; another key of yours opens it.',
    removed: 'You no longer have access to this organisation. What was on this desk has been erased.',
    refused: 'The server refused your session. Nothing readable is left on this desk.',
    'key-gone': 'This browser no longer has the key of your session. Nothing is lost.',
    unclear:
      'The server did not say whether your new keys hold. Unlock with your new PIN; if it is not taken, with the old one, and begin again.',
  },
  lockedHint: 'Your key and your Cloison PIN open it.',
  noServerTitle: 'No organisation on this desk yet',
  noServerHint: "Open your organisation's Cloison address in this browser, or start here with an invitation code.",
  start: 'Start',

  live: 'Connected',
  retrying: (time: string) => `Offline since ${time}`,
  retryingTitle: 'The server cannot be reached',
  retryingNext:
    'What you see is the last state that was checked. Go on as usual: the logins that you change are kept on this desk, and sent when it is back.',
  ledger: (entry: number) => count(entry, 'Ledger: entry #,', 'Ledger: entry #,'),

  oneKeyTitle: 'You have one key only',
  oneKeyNext: 'If it is lost, the organisation and all its logins are lost with it.',
  oneKeyOfTwo:
    'If it is lost, the other owner cannot let you back in: that takes two owners, and one would be left for good. Two keys each, or a third owner, prevent it.',
  secondKey: 'Register a second key',
  tamperedFolder: (name: string) => `The server's data for “${name}” is not what its members signed`,
  tamperedFolderUnnamed: "The server's data for a folder is not what its members signed",
  tamperedNames: (n: number) =>
    count(
      n,
      'The name of # person or team is not what the members signed',
      'The names of # people or teams are not what the members signed',
    ),
  tamperedNamesNext: 'Cloison refuses them and shows none in their place. Tell your security team.',
  openFolder: 'Open the folder',
  moreWarnings: (n: number) => count(n, '# more warning', '# more warnings'),
  fewerWarnings: 'Show fewer warnings',
  dismiss: 'Dismiss',

  keys: {
    arrows: 'Move in the tree and in lists',
    enter: 'Open the row',
    filter: 'Filter the list',
    newLogin: 'New login',
    edit: 'Edit the login',
    escape: 'Close, or go back a column',
    help: 'Show this help',
  },

  gone: 'This is not here any more',
  goneHint: 'It was removed, or your access to it ended.',
  goToFolders: 'Go to the folders',
  unsaved: 'Unsaved',
}

const fr: Words<typeof en> = {
  pageTitle: 'Console Cloison',
  sections: 'Rubriques',
  folders: 'Dossiers',
  teams: 'Équipes',
  people: 'Personnes',

  lockedTitle: 'Cloison est verrouillé',
  lockedBecause: {
    button: "Vous l'avez verrouillé. Rien de lisible ne reste sur ce poste.",
    idle: "Il s'est verrouillé seul, car personne n'était là. Rien de lisible ne reste sur ce poste.",
    revoked: "La clé qui a ouvert ce poste a été révoquée. Rien de lisible n'y reste ; une autre de vos clés l'ouvre.",
    removed: "Vous n'avez plus accès à cette organisation. Ce qui était sur ce poste a été effacé.",
    refused: 'Le serveur a refusé votre session. Rien de lisible ne reste sur ce poste.',
    'key-gone': "Ce navigateur n'a plus la clé de votre session. Rien n'est perdu.",
    unclear:
      "Le serveur n'a pas dit si vos nouvelles clés sont en place. Déverrouillez avec votre nouveau PIN ; s'il est refusé, avec l'ancien, puis recommencez.",
  },
  lockedHint: "Votre clé et votre PIN Cloison l'ouvrent.",
  noServerTitle: "Pas encore d'organisation sur ce poste",
  noServerHint:
    "Ouvrez l'adresse Cloison de votre organisation dans ce navigateur, ou commencez ici avec un code d'invitation.",
  start: 'Commencer',

  live: 'Connecté',
  retrying: (time) => `Hors ligne depuis ${time}`,
  retryingTitle: 'Le serveur est injoignable',
  retryingNext:
    'Vous voyez le dernier état vérifié. Continuez : les identifiants que vous modifiez sont gardés sur ce poste et partiront à son retour.',
  ledger: (entry) => compte(entry, 'Registre : entrée #,', 'Registre : entrée #,'),

  oneKeyTitle: "Vous n'avez qu'une seule clé",
  oneKeyNext: "Si elle se perd, l'organisation et tous ses identifiants sont perdus avec elle.",
  oneKeyOfTwo:
    "Si elle se perd, l'autre propriétaire ne pourra pas vous réadmettre : il faut deux propriétaires, et il serait seul pour toujours. Deux clés chacun, ou un troisième propriétaire, l'évitent.",
  secondKey: 'Enregistrer une seconde clé',
  tamperedFolder: (name) => `Les données du serveur pour « ${name} » ne sont pas celles que ses membres ont signées`,
  tamperedFolderUnnamed: 'Les données du serveur pour un dossier ne sont pas celles que ses membres ont signées',
  tamperedNames: (n) =>
    compte(
      n,
      "Le nom de # personne ou équipe n'est pas celui que les membres ont signé",
      'Les noms de # personnes ou équipes ne sont pas ceux que les membres ont signés',
    ),
  tamperedNamesNext: "Cloison les refuse et n'en montre pas d'autres à leur place. Prévenez l'équipe sécurité.",
  openFolder: 'Ouvrir le dossier',
  moreWarnings: (n) => compte(n, '# autre avertissement', '# autres avertissements'),
  fewerWarnings: "Montrer moins d'avertissements",
  dismiss: 'Masquer',

  keys: {
    arrows: "Se déplacer dans l'arbre et les listes",
    enter: 'Ouvrir la ligne',
    filter: 'Filtrer la liste',
    newLogin: 'Nouvel identifiant',
    edit: "Modifier l'identifiant",
    escape: "Fermer, ou revenir d'une colonne",
    help: 'Afficher cette aide',
  },

  gone: "Ceci n'est plus là",
  goneHint: 'Cela a été retiré, ou votre accès a pris fin.',
  goToFolders: 'Aller aux dossiers',
  unsaved: 'Non enregistré',
}

/** The console's frame: header, locked page, warnings, shortcuts. */
export const consoleWords = words(en, fr)
