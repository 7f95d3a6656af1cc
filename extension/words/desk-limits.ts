import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')
const DAY = 24

const en = {
  /** From two days on in days, where it is whole ones. */
  lasting: (hours: number) =>
    hours >= 2 * DAY && hours % DAY === 0 ? count(hours / DAY, '# day', '# days') : count(hours, '# hour', '# hours'),
  tooLong: (lasting: string) =>
    `It locked by itself, because it was unlocked for ${lasting}: your organisation, or your own settings, allow no longer. Unlock to go on.`,
  unheard: (lasting: string) =>
    `This desk has not heard from the server for ${lasting}, so it locked by itself. It opens again when it does. Nothing is lost.`,

  unlockedHours: 'Longest time unlocked',
  unlockedHint: 'A desk locks so long after its unlock, whatever is done there. Fewer hours are stricter.',
  withoutServer: 'Hours that a desk opens without the server',
  withoutServerRead: 'How long a desk opens without the server',
  withoutServerHint: (most: number) =>
    `A desk that has not heard from the server for so long locks, and opens again when it does: whoever was removed meanwhile reads nothing more there. 1 to ${String(most)}, as long as it keeps sealed data. Fewer hours are stricter.`,
  withoutServerWrong: (most: number) => `Type a number of hours from 1 to ${String(most)}.`,
  changes: {
    unlocked: (to: string, from: string) => `Longest time unlocked: ${to} (until now: ${from})`,
    withoutServer: (to: string, from: string) => `Desks open without the server: for ${to} (until now: ${from})`,
  },
}

const fr: Words<typeof en> = {
  lasting: (hours) =>
    hours >= 2 * DAY && hours % DAY === 0
      ? compte(hours / DAY, '# jour', '# jours')
      : compte(hours, '# heure', '# heures'),
  tooLong: (lasting) =>
    `Cloison s'est verrouillé de lui-même, après ${lasting} : votre organisation ou vos réglages n'en permettent pas plus. Déverrouillez pour continuer.`,
  unheard: (lasting) =>
    `Ce poste n'a rien reçu du serveur depuis ${lasting} et s'est verrouillé de lui-même. Il se rouvrira dès qu'il l'aura joint. Rien n'est perdu.`,

  unlockedHours: 'Durée maximale déverrouillé',
  unlockedHint: "Un poste se verrouille passé ce délai, quoi qu'on y fasse. Moins d'heures, c'est plus strict.",
  withoutServer: "Heures pendant lesquelles un poste s'ouvre sans le serveur",
  withoutServerRead: "Durée pendant laquelle un poste s'ouvre sans le serveur",
  withoutServerHint: (most) =>
    `Un poste qui n'a rien reçu du serveur depuis ce délai se verrouille, et se rouvre dès qu'il l'a joint : qui a été retiré entre-temps n'y lit plus rien. De 1 à ${String(most)}, le temps qu'il garde des données scellées. Moins d'heures, c'est plus strict.`,
  withoutServerWrong: (most) => `Saisissez un nombre d'heures de 1 à ${String(most)}.`,
  changes: {
    unlocked: (to, from) => `Durée maximale déverrouillé : ${to} (jusqu'ici : ${from})`,
    withoutServer: (to, from) => `Postes ouverts sans le serveur : pendant ${to} (jusqu'ici : ${from})`,
  },
}

/** How long a desk stays unlocked, and opens without the server: in the policy, and when it has locked. */
export const deskLimitWords = words(en, fr)

/** Why a desk locked by itself at a limit of so many hours; null where it locked for something else. */
export function sayLimit(why: string | null, hours: number | null): string | null {
  const t = deskLimitWords()
  if (hours === null) return null
  return why === 'too-long' ? t.tooLong(t.lasting(hours)) : why === 'unheard' ? t.unheard(t.lasting(hours)) : null
}

/** What a person is told who unlocks a desk that has not heard from the server for too long, while it says nothing still. */
export const deskLimitFailuresEn = {
  'server-unheard': {
    what: 'This desk has not heard from the server for longer than your organisation allows.',
    next: 'It opens again when it does. Nothing is lost: check the connection, then unlock again.',
  },
}

export const deskLimitFailuresFr: typeof deskLimitFailuresEn = {
  'server-unheard': {
    what: "Ce poste n'a rien reçu du serveur depuis plus longtemps que votre organisation ne le permet.",
    next: "Il se rouvrira dès qu'il l'aura joint. Rien n'est perdu : vérifiez la connexion, puis déverrouillez à nouveau.",
  },
}
