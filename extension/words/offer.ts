import { words, type Words } from './say.ts'

const en = {
  saveTitle: (host: string) => `Save this login for ${host}?`,
  updateTitle: (login: string) => `Update the password of ${login}?`,
  whichTitle: (host: string) => `Update a password for ${host}?`,
  whyUpdate: 'You have just sent another password than the one that is kept.',
  name: 'Name',
  username: 'Username',
  folder: 'Folder',
  login: 'Login',
  save: 'Save login',
  update: 'Update',
  updating: 'Updating',
  asNew: 'Save as new',
  notNow: 'Not now',
  never: 'Never for this site',
  quiet: (host: string) => `What you enter on ${host} is not offered for saving.`,
  again: 'Offer again',
  saved: (name: string) => `${name} is saved.`,
  updated: (name: string) => `The password of ${name} is updated.`,
  waits: (name: string) => `${name} is kept on this desk. It is sent to the others as soon as it can be.`,
}

const fr: Words<typeof en> = {
  saveTitle: (host) => `Enregistrer cet identifiant pour ${host} ?`,
  updateTitle: (login) => `Mettre à jour le mot de passe de ${login} ?`,
  whichTitle: (host) => `Mettre à jour un mot de passe pour ${host} ?`,
  whyUpdate: 'Vous venez de saisir un autre mot de passe que celui qui est enregistré.',
  name: 'Nom',
  username: "Nom d'utilisateur",
  folder: 'Dossier',
  login: 'Identifiant',
  save: 'Enregistrer',
  update: 'Mettre à jour',
  updating: 'Mise à jour',
  asNew: 'Enregistrer à part',
  notNow: 'Pas maintenant',
  never: 'Jamais pour ce site',
  quiet: (host) => `Ce que vous saisissez sur ${host} n'est pas proposé à l'enregistrement.`,
  again: 'Proposer à nouveau',
  saved: (name) => `${name} est enregistré.`,
  updated: (name) => `Le mot de passe de ${name} est à jour.`,
  waits: (name) => `${name} est gardé sur ce poste. L'envoi aux autres se fera dès que possible.`,
}

/** What is asked after a sign-in with a login that Cloison does not hold, or not with this password. */
export const offerWords = words(en, fr)
