import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  wait: (n: number) => count(n, '# thing waits for you', '# things wait for you'),
  open: 'Open the overview',
}

const fr: Words<typeof en> = {
  wait: (n) => compte(n, '# point vous attend', '# points vous attendent'),
  open: "Ouvrir la vue d'ensemble",
}

/** What the toolbar button and the popup say of what waits for who decides. */
export const noticeWords = words(en, fr)
