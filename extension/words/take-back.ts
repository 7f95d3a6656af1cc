import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  parts: (n: number) => count(n, 'For # person', 'For # people, each of whom you can take back'),
  filter: 'Find a person',
  takeBack: (who: string) => `Take back: ${who}`,
  takenBack: (n: number) => count(n, '# person taken back.', '# people taken back.'),
  logins: (n: number) => count(n, '# login', '# logins, each of which you can take back'),
  filterLogins: 'Find a login',
  loginsTaken: (n: number) => count(n, '# login taken back.', '# logins taken back.'),
  undo: 'Put the last back',
}

const fr: Words<typeof en> = {
  parts: (n) => compte(n, 'Pour # personne', 'Pour # personnes, dont chacune peut être écartée'),
  filter: 'Chercher une personne',
  takeBack: (who) => `Écarter ${who}`,
  takenBack: (n) => compte(n, '# personne écartée.', '# personnes écartées.'),
  logins: (n) => compte(n, '# identifiant', '# identifiants, dont chacun peut être écarté'),
  filterLogins: 'Chercher un identifiant',
  loginsTaken: (n) => compte(n, '# identifiant écarté.', '# identifiants écartés.'),
  undo: 'Remettre le dernier écarté',
}

/** Taking one person or login back out of an act before it is done. */
export const takeBackWords = words(en, fr)
