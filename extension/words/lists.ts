import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  sortBy: (column: string) => `Sort by ${column}`,
  atLeast: (n: number) => count(n, '# or more', '# or more'),
  order: (now: string) => `Order: ${now}`,
  orders: { name: 'By name', newest: 'Newest change first', oldest: 'Oldest change first', username: 'By username' },
  unseenHome: 'Not among your folders',
  teams: { name: 'Name', people: 'People', folders: 'Folders', home: 'Home folder' },
}

const fr: Words<typeof en> = {
  sortBy: (column) => `Trier par ${column}`,
  atLeast: (n) => compte(n, '# ou plus', '# ou plus'),
  order: (now) => `Ordre : ${now}`,
  orders: {
    name: 'Par nom',
    newest: 'Changement le plus récent en premier',
    oldest: 'Changement le plus ancien en premier',
    username: 'Par identifiant de connexion',
  },
  unseenHome: 'Hors de vos dossiers',
  teams: { name: 'Nom', people: 'Personnes', folders: 'Dossiers', home: "Dossier d'attache" },
}

/** The heads of columns, in lists that have them. */
export const listWords = words(en, fr)
