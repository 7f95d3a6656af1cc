import { words, type Words } from './say.ts'

const en = {
  title: 'A second key is needed',
  why: 'Your organisation asks everybody for two security keys, so that one may be lost: nothing is shown or filled until your second one is registered.',
  register: 'Register the second key',
  atJoining: 'Have a second security key at hand',
  atJoiningNext: 'Two are needed here. You register the first one now, the other at your first unlock.',
}

const fr: Words<typeof en> = {
  title: 'Il faut une seconde clé',
  why: "Votre organisation demande deux clés de sécurité à chacun, pour pouvoir en perdre une : rien ne s'affiche ni ne se remplit tant que la seconde n'est pas enregistrée.",
  register: 'Enregistrer la seconde clé',
  atJoining: 'Ayez une seconde clé de sécurité sous la main',
  atJoiningNext:
    "Il en faut deux ici. Vous enregistrez la première maintenant, l'autre à votre premier déverrouillage.",
}

/** What a person is told who has one key where the policy wants two. */
export const secondKeyWords = words(en, fr)
