import { words, type Words } from './say.ts'

const en = {
  title: 'This extension',
  version: 'Version',
  id: 'Id',
  hash: 'Hash of the build (SHA-256)',
  hashFor:
    'Made of the files that this browser runs. Compare it with the hash that whoever packed this version has published.',
  limits:
    'A forged extension can show any hash. Whoever must be sure makes it from the browser’s files, without the extension.',
  reading: 'Reading the files…',
  failed: 'The files of the extension could not be read, so there is no hash to compare.',
}

const fr: Words<typeof en> = {
  title: 'Cette extension',
  version: 'Version',
  id: 'Identifiant',
  hash: "Empreinte de l'extension (SHA-256)",
  hashFor:
    "Calculée sur les fichiers que ce navigateur exécute. Comparez-la avec celle qu'a publiée la personne qui a empaqueté cette version.",
  limits:
    "Une extension falsifiée peut afficher n'importe quelle empreinte. Pour en être sûr, on la calcule sur les fichiers du navigateur, sans l'extension.",
  reading: 'Lecture des fichiers…',
  failed: "Les fichiers de l'extension n'ont pas pu être lus : il n'y a pas d'empreinte à comparer.",
}

/** Which build of the extension runs here, and how to tell it from another. */
export const buildWords = words(en, fr)
