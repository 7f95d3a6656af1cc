import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  title: 'Settings',
  hereTitle: 'Yours, on this desk',
  here: 'What you set here holds from now on, also after the next unlock. It stays on this desk; nothing of it is sent to the server.',
  language: 'Language',
  languageHint: 'Of every screen of Cloison on this desk, for everybody who uses this browser profile.',
  asBrowser: (now: string) => `As the browser (${now})`,

  locking: 'Locking',
  idle: 'Lock after',
  idleHint: (most: number) =>
    `Without keyboard or mouse, and at once when the computer locks its screen. You can choose less than ${String(most)} minutes, never more.`,
  minutes: (n: number) => count(n, '# minute', '# minutes'),
  unlocked: 'Longest time unlocked',
  unlockedHint: 'Whatever is done meanwhile. Your organisation sets the most; you can choose less.',
  asPolicy: (lasting: string) => `As your organisation says (${lasting})`,

  clipboard: 'Clipboard',
  clear: 'Clear what was copied after',
  clearHint: 'Passwords and codes leave the clipboard by then, and at the lock, if they are still on it.',
  seconds: (n: number) => count(n, '# second', '# seconds'),

  keys: 'Names of your keys',
  keysHint: 'You can name your FIDO keys, so that you know which one is lost.',
  toKeys: 'My keys',
}

const fr: Words<typeof en> = {
  title: 'Réglages',
  hereTitle: 'Les vôtres, sur ce poste',
  here: "Ce que vous réglez ici vaut dès maintenant, et encore au prochain déverrouillage. Tout reste sur ce poste ; rien n'en est envoyé au serveur.",
  language: 'Langue',
  languageHint: 'De tous les écrans de Cloison sur ce poste, pour tous ceux qui utilisent ce profil du navigateur.',
  asBrowser: (now) => `Celle du navigateur (${now})`,

  locking: 'Verrouillage',
  idle: 'Verrouiller après',
  idleHint: (most) =>
    `Sans clavier ni souris, et aussitôt quand l'ordinateur verrouille son écran. Vous pouvez choisir moins de ${String(most)} minutes, jamais plus.`,
  minutes: (n) => compte(n, '# minute', '# minutes'),
  unlocked: 'Durée maximale déverrouillé',
  unlockedHint: "Quoi qu'on fasse entre-temps. Votre organisation fixe le maximum, vous pouvez choisir moins.",
  asPolicy: (lasting) => `Celle de votre organisation (${lasting})`,

  clipboard: 'Presse-papiers',
  clear: 'Effacer ce qui a été copié après',
  clearHint: "Mots de passe et codes le quittent passé ce délai, et au verrouillage, s'ils y sont encore.",
  seconds: (n) => compte(n, '# seconde', '# secondes'),

  keys: 'Noms de vos clés',
  keysHint: 'Vous pouvez nommer vos clés FIDO, pour savoir laquelle est perdue.',
  toKeys: 'Mes clés',
}

/** What a person sets for themselves on one desk. */
export const settingsWords = words(en, fr)
