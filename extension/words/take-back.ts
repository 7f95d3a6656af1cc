import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  parts: (n: number) => count(n, 'For # person', 'For # people, each of whom you can take back'),
  filter: 'Find a person',
  takeBack: (who: string) => `Take back: ${who}`,
  takenBack: (n: number) => count(n, '# person taken back.', '# people taken back.'),
  undo: 'Put the last back',
}

const fr: Words<typeof en> = {
  parts: (n) => compte(n, 'Pour # personne', 'Pour # personnes, dont chacune peut être écartée'),
  filter: 'Chercher une personne',
  takeBack: (who) => `Écarter ${who}`,
  takenBack: (n) => compte(n, '# personne écartée.', '# personnes écartées.'),
  undo: 'Remettre la dernière',
}

/** Taking one person back out of an act before it is signed. */
export const takeBackWords = words(en, fr)
