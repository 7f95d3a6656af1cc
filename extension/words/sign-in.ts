import { words, type Words } from './say.ts'

const en = {
  title: 'Sign in to a site',
  asks: 'This site asks you to sign in:',
  realm: (realm: string) => `It calls this area “${realm}”.`,
  logins: 'Logins for this site',
  search: 'Search these logins',
  none: (query: string) => `No login matches “${query}”`,
  noUsername: 'No username',
  signingIn: (name: string) => `Signing in with ${name}`,
  refused: (name: string) => `The site refused ${name}.`,
  refusedNext: 'Its password may have changed there. Choose another login, or sign in yourself.',
  refusedHere: 'refused',
  plain: 'This site came by http: others can read the password on its way.',
  yourself: 'Sign in yourself',
  yourselfWhy: 'The browser then asks for the username and the password.',
}

const fr: Words<typeof en> = {
  title: 'Se connecter à un site',
  asks: 'Ce site demande une connexion :',
  realm: (realm) => `Il nomme cet espace « ${realm} ».`,
  logins: 'Identifiants pour ce site',
  search: 'Rechercher parmi ces identifiants',
  none: (query) => `Aucun identifiant ne correspond à « ${query} »`,
  noUsername: "Sans nom d'utilisateur",
  signingIn: (name) => `Connexion avec ${name}`,
  refused: (name) => `Le site a refusé ${name}.`,
  refusedNext: 'Le mot de passe y a peut-être changé. Choisissez un autre identifiant, ou saisissez-le vous-même.',
  refusedHere: 'refusé',
  plain: "Ce site est venu en http : d'autres peuvent lire le mot de passe en chemin.",
  yourself: 'Saisir moi-même',
  yourselfWhy: "C'est alors le navigateur qui demande le nom d'utilisateur et le mot de passe.",
}

/** The window in which a login is chosen for a site that asks by the browser itself. */
export const signInWords = words(en, fr)
