/** What a person is told whose file cannot be read, or whose export cannot be made. */
export const importingEn = {
  'import-empty': { what: 'There are no logins in this file.', next: 'Export it again, or choose another file.' },
  'import-unknown-format': {
    what: 'This file has no column of passwords.',
    next: 'Choose what it is. A table needs a line of headings at the top.',
  },
  'import-bad-text': {
    what: 'This file holds no text that can be read.',
    next: 'Export it again as UTF-8, or choose what it is.',
  },
  'import-damaged': {
    what: 'This file is damaged, or is something else than it was taken for.',
    next: 'Export it again, or choose what it is.',
  },
  'import-needs-password': {
    what: 'This file is protected by a password.',
    next: 'Type the password that it was exported with.',
  },
  'import-wrong-password': {
    what: 'This password or key file does not open the file.',
    next: 'Nothing is lost. Type it again, or add the key file that belongs to it.',
  },
  'import-account-only': {
    what: 'Only the Bitwarden account that made this file can open it.',
    next: 'Export it again there, unencrypted or protected by a password.',
  },
  'import-too-large': {
    what: 'This file is larger than an export of logins should be.',
    next: 'Export it in several parts.',
  },
  'import-other-archive': {
    what: 'This archive is no export of 1Password (1PUX).',
    next: 'Unpack it, and choose the file in it that holds the logins, such as data.json or credentials.csv.',
  },
  'import-spreadsheet': {
    what: 'This is a spreadsheet. It can only be read as CSV.',
    next: 'Open it, save it as CSV in UTF-8, and choose that file.',
  },
  'import-old-keepass': {
    what: 'This is a database of KeePass 1, which is not read here.',
    next: 'Open it with KeePass 2 or KeePassXC, save it as KDBX, and choose that file.',
  },
  'import-not-logins': {
    what: 'This file is no export of a password manager that is known here.',
    next: 'Export the logins again, as CSV or JSON where you have the choice.',
  },
  'witnessed-in-bulk': {
    what: 'The use of this folder is witnessed: its secrets are handed out one by one, and not exported.',
    next: 'Nothing was exported. Open the export again: it leaves that folder out.',
  },
  'plain-export': {
    what: 'The policy does not allow this file in clear.',
    next: 'Nothing was saved. Take an encrypted file, or ask an owner about the policy.',
  },
  'export-short-passphrase': {
    what: 'This passphrase is too short for a file that anybody may try to open.',
    next: 'Take 16 letters or more, such as five words that do not belong together.',
  },
}

export const importingFr: typeof importingEn = {
  'import-empty': {
    what: "Il n'y a aucun identifiant dans ce fichier.",
    next: "Refaites l'export, ou choisissez un autre fichier.",
  },
  'import-unknown-format': {
    what: "Ce fichier n'a pas de colonne de mots de passe.",
    next: "Dites ce que c'est. Un tableau commence par une ligne d'intitulés.",
  },
  'import-bad-text': {
    what: 'Ce fichier ne contient pas de texte lisible.',
    next: "Refaites l'export en UTF-8, ou dites ce que c'est.",
  },
  'import-damaged': {
    what: "Ce fichier est abîmé, ou n'est pas ce pour quoi il a été pris.",
    next: "Refaites l'export, ou dites ce que c'est.",
  },
  'import-needs-password': {
    what: 'Ce fichier est protégé par un mot de passe.',
    next: "Saisissez le mot de passe choisi à l'export.",
  },
  'import-wrong-password': {
    what: "Ce mot de passe ou ce fichier clé n'ouvre pas le fichier.",
    next: "Rien n'est perdu. Saisissez-le de nouveau, ou ajoutez le fichier clé qui va avec.",
  },
  'import-account-only': {
    what: "Seul le compte Bitwarden qui a produit ce fichier peut l'ouvrir.",
    next: "Refaites l'export là-bas, non chiffré ou protégé par un mot de passe.",
  },
  'import-too-large': {
    what: "Ce fichier est plus grand qu'un export d'identifiants ne devrait l'être.",
    next: 'Exportez-le en plusieurs parties.',
  },
  'import-other-archive': {
    what: "Cette archive n'est pas un export de 1Password (1PUX).",
    next: 'Décompressez-la, et choisissez le fichier qui contient les identifiants, comme data.json ou credentials.csv.',
  },
  'import-spreadsheet': {
    what: "C'est un classeur de tableur. Il ne se lit qu'en CSV.",
    next: 'Ouvrez-le, enregistrez-le en CSV, UTF-8, et choisissez ce fichier.',
  },
  'import-old-keepass': {
    what: "C'est une base de KeePass 1, qui n'est pas lue ici.",
    next: 'Ouvrez-la avec KeePass 2 ou KeePassXC, enregistrez-la en KDBX, et choisissez ce fichier.',
  },
  'import-not-logins': {
    what: "Ce fichier n'est l'export d'aucun gestionnaire de mots de passe connu ici.",
    next: 'Refaites-le, en CSV ou en JSON si vous avez le choix.',
  },
  'witnessed-in-bulk': {
    what: "L'usage de ce dossier est tracé : ses secrets sont remis un à un, et ne s'exportent pas.",
    next: "Rien n'est exporté. Rouvrez l'export : il laisse ce dossier de côté.",
  },
  'plain-export': {
    what: "La règle n'autorise pas ce fichier en clair.",
    next: "Rien n'est enregistré. Prenez un fichier chiffré, ou parlez de la règle à un propriétaire.",
  },
  'export-short-passphrase': {
    what: "Cette phrase secrète est trop courte pour un fichier que n'importe qui peut tenter d'ouvrir.",
    next: 'Prenez au moins 16 caractères, par exemple cinq mots sans rapport entre eux.',
  },
}
