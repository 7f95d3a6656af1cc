import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  find: 'Find',
  findHint: 'Find a person, folder, team, login or act',
  results: 'What was found',
  nothing: (typed: string) => `Nothing for “${typed}”`,
  nothingHint: 'Names, e-mail addresses, usernames, tags and web addresses are searched, of what you may see.',
  more: (n: number) => count(n, '# more: type on to narrow them down', '# more: type on to narrow them down'),
  reading: 'Reading the logins',
  kinds: { folder: 'Folder', person: 'Person', team: 'Team', login: 'Login', act: 'Act' },
  goTo: (section: string) => `Go to ${section}`,
  grantHere: (folder: string) => `Who has access to ${folder}`,
  newFolderIn: (folder: string) => `New folder in ${folder}`,
  newLoginIn: (folder: string) => `New login in ${folder}`,
  remove: (who: string) => `Remove ${who} from the organisation`,
}

const fr: Words<typeof en> = {
  find: 'Rechercher',
  findHint: 'Rechercher une personne, un dossier, une équipe, un identifiant ou une action',
  results: 'Résultats',
  nothing: (typed) => `Rien pour « ${typed} »`,
  nothingHint:
    "Noms, adresses e-mail, noms d'utilisateur, étiquettes et adresses web sont cherchés, parmi ce que vous pouvez voir.",
  more: (n) => compte(n, '# autre : précisez', '# autres : précisez'),
  reading: 'Lecture des identifiants',
  kinds: { folder: 'Dossier', person: 'Personne', team: 'Équipe', login: 'Identifiant', act: 'Action' },
  goTo: (section) => `Aller à : ${section}`,
  grantHere: (folder) => `Qui a accès à ${folder}`,
  newFolderIn: (folder) => `Nouveau dossier dans ${folder}`,
  newLoginIn: (folder) => `Nouvel identifiant dans ${folder}`,
  remove: (who) => `Retirer ${who} de l'organisation`,
}

/** Ctrl+K: a search over everything that the console knows. */
export const findingWords = words(en, fr)
