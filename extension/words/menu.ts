import { words, type Words } from './say.ts'

const en = {
  logins: 'Logins for this page',
  noUsername: 'No username',
  open: 'Open Cloison',
  failed: 'Nothing was filled. The page may have changed: click the field again.',
}

const fr: Words<typeof en> = {
  logins: 'Identifiants pour cette page',
  noUsername: "Sans nom d'utilisateur",
  open: 'Ouvrir Cloison',
  failed: "Rien n'a été rempli. La page a peut-être changé : cliquez à nouveau dans le champ.",
}

/** Words of the menu at a login field. */
export const menuWords = words(en, fr)
