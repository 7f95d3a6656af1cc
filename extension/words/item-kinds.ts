import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')
/** Returns kB to one decimal, in the language's own digits. */
const kilobytes = (bytes: number, language: string) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1_000)

const en = {
  kind: 'Kind',
  kinds: { login: 'Web login', host: 'Host or SFTP', key: 'API key', note: 'Note' },
  tags: 'Tags',
  fileLabel: (name: string) => `File ${name}`,
  size: (bytes: number) => (bytes < 1_000 ? count(bytes, '# byte', '# bytes') : `${kilobytes(bytes, 'en')} kB`),
}

const fr: Words<typeof en> = {
  kind: 'Type',
  kinds: { login: 'Identifiant web', host: 'Hôte ou SFTP', key: "Clé d'API", note: 'Note' },
  tags: 'Étiquettes',
  fileLabel: (name) => `Fichier ${name}`,
  size: (bytes) => (bytes < 1_000 ? compte(bytes, '# octet', '# octets') : `${kilobytes(bytes, 'fr')} ko`),
}

/** What a login is, its tags and its files. */
export const kindWords = words(en, fr)
