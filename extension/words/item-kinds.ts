import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')
/** Returns kB to one decimal, in the language's own digits. */
const kilobytes = (bytes: number, language: string) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1_000)

const en = {
  kind: 'Kind',
  kinds: { login: 'Web login', host: 'Host or SFTP', key: 'API key', note: 'Note' },
  username: { login: 'Username', host: 'Username', key: 'Key ID', note: 'Username' },
  password: { login: 'Password', host: 'Password', key: 'Secret key', note: 'Password' },
  addresses: { login: 'Web addresses', host: 'Hosts', key: 'Web addresses', note: 'Addresses' },
  notHost: 'Type a host with or without its port, such as sftp://files.example:22 or 10.0.0.8:5432.',
  tags: 'Tags',
  tagsHint: 'Words to find it by, such as voice, chat or mail. Enter or a comma ends each.',
  offeredTags: 'Channels of this client',
  removeTag: (tag: string) => `Remove the tag ${tag}`,
  files: 'Files',
  filesHint: (most: string) => `Drop files here, or choose them. All files of a login together: ${most} at most.`,
  chooseFiles: 'Choose files',
  filesTooLarge: (name: string, with_: string, most: string) =>
    `${name} was not added: with it the files would come to ${with_}, and a login keeps ${most} at most.`,
  filesTooMany: (most: number) => count(most, 'A login keeps # file at most.', 'A login keeps # files at most.'),
  fileEmpty: (name: string) => `${name} is empty, so it was not added.`,
  fileUnreadable: (name: string) => `${name} could not be read, so it was not added.`,
  removeFile: (name: string) => `Remove ${name}`,
  saveFile: (name: string) => `Save ${name} to this computer`,
  fileLabel: (name: string) => `File ${name}`,
  size: (bytes: number) => (bytes < 1_000 ? count(bytes, '# byte', '# bytes') : `${kilobytes(bytes, 'en')} kB`),
}

const fr: Words<typeof en> = {
  kind: 'Type',
  kinds: { login: 'Identifiant web', host: 'Hôte ou SFTP', key: "Clé d'API", note: 'Note' },
  username: {
    login: "Nom d'utilisateur",
    host: "Nom d'utilisateur",
    key: 'Identifiant de clé',
    note: "Nom d'utilisateur",
  },
  password: { login: 'Mot de passe', host: 'Mot de passe', key: 'Clé secrète', note: 'Mot de passe' },
  addresses: { login: 'Adresses web', host: 'Hôtes', key: 'Adresses web', note: 'Adresses' },
  notHost: 'Saisissez un hôte, avec ou sans son port, comme sftp://fichiers.example:22 ou 10.0.0.8:5432.',
  tags: 'Étiquettes',
  tagsHint: 'Des mots pour le retrouver, comme voix, chat ou mail. Entrée ou une virgule termine chacun.',
  offeredTags: 'Canaux de ce client',
  removeTag: (tag) => `Retirer l'étiquette ${tag}`,
  files: 'Fichiers',
  filesHint: (most) =>
    `Déposez des fichiers ici, ou choisissez-les. Tous les fichiers d'un identifiant ensemble : ${most} au plus.`,
  chooseFiles: 'Choisir des fichiers',
  filesTooLarge: (name, with_, most) =>
    `${name} n'a pas été ajouté : les fichiers feraient alors ${with_}, et un identifiant en garde ${most} au plus.`,
  filesTooMany: (most) =>
    compte(most, 'Un identifiant garde # fichier au plus.', 'Un identifiant garde # fichiers au plus.'),
  fileEmpty: (name) => `${name} est vide : il n'a pas été ajouté.`,
  fileUnreadable: (name) => `${name} n'a pas pu être lu : il n'a pas été ajouté.`,
  removeFile: (name) => `Retirer ${name}`,
  saveFile: (name) => `Enregistrer ${name} sur cet ordinateur`,
  fileLabel: (name) => `Fichier ${name}`,
  size: (bytes) => (bytes < 1_000 ? compte(bytes, '# octet', '# octets') : `${kilobytes(bytes, 'fr')} ko`),
}

/** What a login is, its tags and its files. */
export const kindWords = words(en, fr)
