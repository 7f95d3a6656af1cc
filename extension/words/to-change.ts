import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  title: 'Passwords to change',
  noneTitle: 'No password waits to be changed',
  noneHint:
    'When somebody loses access to a login, it is listed here until its password is a new one. You see the logins that you may edit.',
  counting: 'Reading the ledger for who lost access',
  filter: 'Filter by login, folder or person',
  howTitle: 'Change it at the client, then here',
  how: 'Sign in at the client, set a new password there, and save it in the login. It leaves this list by itself, on every desk. A new note or username does not take it off.',
  mark: 'To change',
  change: 'Change this password at the client',
  changeNext: 'Set a new one there, then save it here.',
  left: (who: string, when: string) => `${who} left the organisation, ${when}.`,
  lost: (who: string, when: string) => `${who} lost access, ${when}.`,
  people: (n: number) => count(n, '# person', '# people'),
  others: (n: number) => count(n, '# other person', '# other people'),
  listed: (n: number) => count(n, '# password is to be changed', '# passwords are to be changed'),
  see: 'See the list',
}

const fr: Words<typeof en> = {
  title: 'Mots de passe à changer',
  noneTitle: 'Aucun mot de passe à changer',
  noneHint:
    "Quand quelqu'un perd l'accès à un identifiant, il figure ici jusqu'à ce que son mot de passe soit neuf. Vous voyez les identifiants que vous pouvez modifier.",
  counting: 'Lecture du registre : qui a perdu un accès',
  filter: 'Filtrer par identifiant, dossier ou personne',
  howTitle: 'À changer chez le client, puis ici',
  how: "Connectez-vous chez le client, définissez-y un nouveau mot de passe, puis enregistrez-le dans l'identifiant. Il quitte cette liste de lui-même, sur tous les postes. Une nouvelle note ou un autre nom d'utilisateur ne l'en retire pas.",
  mark: 'À changer',
  change: 'Changez ce mot de passe chez le client',
  changeNext: 'Définissez-en un nouveau là-bas, puis enregistrez-le ici.',
  left: (who, when) => `Départ : ${who}, ${when}.`,
  lost: (who, when) => `Accès perdu : ${who}, ${when}.`,
  people: (n) => compte(n, '# personne', '# personnes'),
  others: (n) => compte(n, '# autre personne', '# autres personnes'),
  listed: (n) => compte(n, '# mot de passe est à changer', '# mots de passe sont à changer'),
  see: 'Voir la liste',
}

/** The passwords to change after somebody lost access. */
export const toChangeWords = words(en, fr)
