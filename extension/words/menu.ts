import { words, type Words } from './say.ts'

const en = {
  logins: 'Logins for this page',
  noUsername: 'No username',
  generate: 'Use a generated password',
  generateWhy: 'By the rules of this page',
  open: 'Open Cloison',
  failed: 'Nothing was filled. The page may have changed: click the field again.',
}

const fr: Words<typeof en> = {
  logins: 'Identifiants pour cette page',
  noUsername: "Sans nom d'utilisateur",
  generate: 'Utiliser un mot de passe généré',
  generateWhy: 'Selon les règles de cette page',
  open: 'Ouvrir Cloison',
  failed: "Rien n'a été rempli. La page a peut-être changé : cliquez à nouveau dans le champ.",
}

/** Words of the menu at a login field. */
export const menuWords = words(en, fr)
