import { words, type Words } from './say.ts'

const en = {
  open: 'Open and fill',
  openNamed: (name: string) => `Open the site of ${name} and fill`,
  opening: 'Opening',
  hint: 'Opens its first address in a new tab and fills there, once, if the site stays at that address.',
  ledElsewhere: (name: string, origin: string) => `“${name}” was not filled: its site led to ${origin}.`,
  notFilled: (name: string) => `“${name}” was not filled.`,
}

const fr: Words<typeof en> = {
  open: 'Ouvrir et remplir',
  openNamed: (name) => `Ouvrir le site de ${name} et remplir`,
  opening: 'Ouverture',
  hint: 'Ouvre sa première adresse dans un nouvel onglet et y remplit, une fois, si le site reste à cette adresse.',
  ledElsewhere: (name, origin) => `« ${name} » n'a pas été rempli : son site a mené à ${origin}.`,
  notFilled: (name) => `« ${name} » n'a pas été rempli.`,
}

/** A site that is opened to be filled. */
export const siteWords = words(en, fr)
