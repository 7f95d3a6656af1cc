import { words, type Words } from './say.ts'

const en = {
  logins: 'Logins for this page',
  noUsername: 'No username',
  generate: 'Use a generated password',
  generateWhy: 'By the rules of this page',
  open: 'Open Cloison',
  failed: 'Nothing was filled. The page may have changed: click the field again.',
  sendsElsewhere: (address: string) => `Nothing was filled: this form would send it to ${address}.`,
}

const fr: Words<typeof en> = {
  logins: 'Identifiants pour cette page',
  noUsername: "Sans nom d'utilisateur",
  generate: 'Utiliser un mot de passe généré',
  generateWhy: 'Selon les règles de cette page',
  open: 'Ouvrir Cloison',
  failed: "Rien n'a été rempli. La page a peut-être changé : cliquez à nouveau dans le champ.",
  sendsElsewhere: (address) => `Rien n'a été rempli : ce formulaire l'enverrait à ${address}.`,
}

/** Words of the menu at a login field. */
export const menuWords = words(en, fr)
