import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  title: (n: number) => count(n, '# earlier password', '# earlier passwords'),
  until: (when: string) => `Until ${when}`,
  hint: 'The last ten are kept, for whoever may read this login.',
  restore: 'Use this one again',
  restored: 'This password is the current one again. The one that it replaced is among the earlier ones.',
}

const fr: Words<typeof en> = {
  title: (n) => compte(n, '# mot de passe précédent', '# mots de passe précédents'),
  until: (when) => `Jusqu'au ${when}`,
  hint: 'Les dix derniers sont gardés, pour qui peut lire cet identifiant.',
  restore: 'Reprendre celui-ci',
  restored: "Ce mot de passe est de nouveau l'actuel. Celui qu'il remplace figure parmi les précédents.",
}

/** The passwords that a login had before. */
export const historyWords = words(en, fr)
