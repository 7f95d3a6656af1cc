import { words, type Words } from './say.ts'

const en = {
  title: 'A second key is needed',
  why: 'Your organisation asks everybody for two security keys, so that one may be lost: nothing is shown or filled until your second one is registered.',
  register: 'Register the second key',
  atJoining:
    'Two security keys are needed here: have a second one at hand. You register the first one now, the other at your first unlock.',
}

const fr: Words<typeof en> = {
  title: 'Il faut une seconde clé',
  why: "Votre organisation demande deux clés de sécurité à chacun, pour pouvoir en perdre une : rien ne s'affiche ni ne se remplit tant que la seconde n'est pas enregistrée.",
  register: 'Enregistrer la seconde clé',
  atJoining:
    "Il faut ici deux clés de sécurité : ayez-en une seconde sous la main. Vous enregistrez la première maintenant, l'autre à votre premier déverrouillage.",
}

/** What a person is told who has one key where the policy wants two. */
export const secondKeyWords = words(en, fr)
