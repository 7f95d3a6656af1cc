import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  verb: 'Export',
  title: 'Export logins',
  of: (name: string) => `What you may read in “${name}” and below goes into one file.`,
  all: 'All that you may read goes into one file.',
  readable: (logins: string, folders: string) => `${logins}, in ${folders}`,
  left: (n: number) =>
    count(
      n,
      '# folder is left out: you may fill its logins, and not read them.',
      '# folders are left out: you may fill their logins, and not read them.',
    ),
  refused: (names: string) => `Left out, because what the server sent of it does not hold: ${names}.`,
  witnessedTitle: (n: number) =>
    count(n, '# login of a witnessed folder stays out', '# logins of witnessed folders stay out'),
  witnessed: (folders: string) =>
    `${folders}. The server hands out these secrets one by one, each for a use that it records, and never in bulk.`,
  passphrase: 'Passphrase of the file',
  passphraseHint: 'At least 16 letters, such as five words. Without it nobody opens the file, not even you.',
  repeat: 'Passphrase again',
  different: 'The two are not the same.',
  plain: 'Logins are exported encrypted only: a file in clear would need a policy that allows it.',
  nothing: 'There is nothing that you may read here.',
  start: (n: number) => count(n, 'Export # login', 'Export # logins'),
  working: 'Exporting',
  doneTitle: 'The file is among your downloads',
  doneCount: (logins: string, folders: string) => `It holds ${logins}, from ${folders}.`,
  done: 'It opens with its passphrase alone: npm run open-export, or any program that knows age. docs/EXPORT.md says how.',
}

const fr: Words<typeof en> = {
  verb: 'Exporter',
  title: 'Exporter des identifiants',
  of: (name) => `Ce que vous pouvez lire dans « ${name} » et en dessous va dans un seul fichier.`,
  all: 'Tout ce que vous pouvez lire va dans un seul fichier.',
  readable: (logins, folders) => `${logins}, dans ${folders}`,
  left: (n) =>
    compte(
      n,
      '# dossier est laissé de côté : vous pouvez en remplir les identifiants, pas les lire.',
      '# dossiers sont laissés de côté : vous pouvez en remplir les identifiants, pas les lire.',
    ),
  refused: (names) => `Laissé de côté, car ce que le serveur en a envoyé ne tient pas : ${names}.`,
  witnessedTitle: (n) =>
    compte(n, "# identifiant d'un dossier tracé reste dehors", '# identifiants de dossiers tracés restent dehors'),
  witnessed: (folders) =>
    `${folders}. Le serveur remet ces secrets un à un, chacun pour un usage qu'il note, et jamais en bloc.`,
  passphrase: 'Phrase secrète du fichier',
  passphraseHint:
    "Au moins 16 caractères, par exemple cinq mots. Sans elle personne n'ouvre le fichier, pas même vous.",
  repeat: 'Phrase secrète, à nouveau',
  different: 'Les deux ne sont pas identiques.',
  plain: "Les identifiants ne s'exportent que chiffrés : un fichier en clair demanderait une règle qui le permette.",
  nothing: "Il n'y a rien ici que vous puissiez lire.",
  start: (n) => compte(n, 'Exporter # identifiant', 'Exporter # identifiants'),
  working: 'Export en cours',
  doneTitle: 'Le fichier est dans vos téléchargements',
  doneCount: (logins, folders) => `Il contient ${logins}, de ${folders}.`,
  done: "Il s'ouvre avec sa seule phrase secrète : npm run open-export, ou tout programme qui connaît age. docs/EXPORT.md dit comment.",
}

export const exportWords = words(en, fr)
