import { words, type Words } from './say.ts'

const en = {
  policy: 'Forms for rights',
  hint: 'Under this rule every desk refuses a right that nobody asked for on a form. Whoever approves it is never who asked. Going back takes two owners.',
  asks: {
    off: 'Never needed',
    manage: 'Needed for manage, and for moves',
    always: 'Needed for every right that grows',
  },
  changed: (to: string, from: string) => `Forms for rights: ${to} (until now: ${from})`,
}

const fr: Words<typeof en> = {
  policy: "Fiches d'habilitation",
  hint: "Sous cette règle, chaque poste refuse un droit que personne n'a demandé par une fiche. Qui l'approuve n'est jamais qui l'a demandé. Revenir en arrière demande deux propriétaires.",
  asks: {
    off: 'Jamais nécessaires',
    manage: 'Nécessaires pour gérer, et pour déplacer',
    always: 'Nécessaires pour chaque droit qui augmente',
  },
  changed: (to, from) => `Fiches d'habilitation : ${to} (jusqu'ici : ${from})`,
}

/** The part of the policy that says when a right rests on a form. */
export const formPolicyWords = words(en, fr)
