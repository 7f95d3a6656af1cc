import { words, type Words } from './say.ts'

const en = {
  policy: 'Exports in clear',
  hint: 'Whoever may read logins can then save them in a file that any program reads. Logins of witnessed folders stay out. A second owner signs a step towards more.',
  hintAlone:
    'Whoever may read logins can then save them in a file that any program reads. Logins of witnessed folders stay out. Several folders in one file take two owners.',
  allows: {
    never: 'Never: exports are encrypted',
    folder: 'One folder in a file',
    bulk: 'Any number of folders in a file',
  },
  changed: (to: string, from: string) => `Exports in clear: ${to} (until now: ${from})`,
  file: 'File',
  fileHint: 'Only the encrypted file is safe to send or to keep.',
  files: {
    sealed: 'Encrypted, with a passphrase',
    json: 'In clear, JSON: all that a login holds',
    csv: 'In clear, CSV: a table for a spreadsheet',
  },
  warnTitle: 'Anybody who gets this file reads its passwords',
  warn: (logins: string) =>
    `So does every program on this desk. Delete it when you are done. It would hold ${logins}; should it be lost, change each of their passwords.`,
  csvLoses:
    'The table leaves out files and earlier passwords, and puts an apostrophe before what a spreadsheet would run.',
  tooMany: (folders: string) =>
    `The policy allows one folder in a file in clear, and this would be ${folders}. Export one that has no logins below it, or take an encrypted file.`,
  doneTitle: 'The file is among your downloads, in clear',
  done: 'Delete it when you are done, from the downloads and from the bin.',
}

const fr: Words<typeof en> = {
  policy: 'Exports en clair',
  hint: "Qui peut lire des identifiants peut alors les enregistrer dans un fichier que tout programme lit. Ceux des dossiers tracés restent dehors. Aller plus loin demande la signature d'un second propriétaire.",
  hintAlone:
    'Qui peut lire des identifiants peut alors les enregistrer dans un fichier que tout programme lit. Ceux des dossiers tracés restent dehors. Plusieurs dossiers dans un fichier demandent deux propriétaires.',
  allows: {
    never: 'Jamais : les exports sont chiffrés',
    folder: 'Un dossier par fichier',
    bulk: 'Plusieurs dossiers par fichier',
  },
  changed: (to, from) => `Exports en clair : ${to} (jusqu'ici : ${from})`,
  file: 'Fichier',
  fileHint: "Seul le fichier chiffré s'envoie ou se garde sans danger.",
  files: {
    sealed: 'Chiffré, avec une phrase secrète',
    json: "En clair, JSON : tout ce qu'un identifiant contient",
    csv: 'En clair, CSV : un tableau pour tableur',
  },
  warnTitle: 'Qui obtient ce fichier en lit les mots de passe',
  warn: (logins) =>
    `Tout programme de ce poste aussi. Supprimez-le dès que possible. Il contiendrait ${logins} ; s'il se perd, changez chacun de leurs mots de passe.`,
  csvLoses:
    "Le tableau laisse de côté les fichiers et les anciens mots de passe, et met une apostrophe devant ce qu'un tableur exécuterait.",
  tooMany: (folders) =>
    `La règle autorise un dossier par fichier en clair, et il y aurait ici ${folders}. Exportez-en un qui n'a pas d'identifiants en dessous, ou prenez un fichier chiffré.`,
  doneTitle: 'Le fichier est dans vos téléchargements, en clair',
  done: 'Supprimez-le dès que possible, des téléchargements et de la corbeille.',
}

/** The part of the policy that lets logins out in clear, and what the export says of such a file. */
export const plainExportWords = words(en, fr)
