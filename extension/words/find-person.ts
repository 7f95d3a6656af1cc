import { words, type Words } from './say.ts'

const en = {
  label: 'Find by e-mail',
  hint: 'Somebody who is not in your teams: type their whole address.',
  find: 'Find',
  finding: 'Finding',
  found: (who: string) => `${who} is in the organisation, and is chosen below.`,
  wrong: 'Type a whole e-mail address.',
  nobody: (email: string) => `Nobody in the organisation has the address ${email}.`,
  nobodyNext: 'Check the spelling, or ask your security team to invite them.',
  isIn: (who: string) => `${who} is in this team already.`,
  tooMany: 'That was a lot of addresses in one hour.',
  tooManyNext: 'You can find more people from the next full hour on. Whom you have found stays in the list.',
  nobodyYet: 'Everybody whom you see is in this team already. Find others by their e-mail.',
}

const fr: Words<typeof en> = {
  label: 'Chercher par e-mail',
  hint: "Quelqu'un hors de vos équipes : saisissez son adresse entière.",
  find: 'Chercher',
  finding: 'Recherche',
  found: (who) => `${who} fait partie de l'organisation, et figure dans votre choix ci-dessous.`,
  wrong: 'Saisissez une adresse e-mail entière.',
  nobody: (email) => `Personne dans l'organisation n'a l'adresse ${email}.`,
  nobodyNext: "Vérifiez l'orthographe, ou demandez une invitation à votre équipe sécurité.",
  isIn: (who) => `${who} est déjà dans cette équipe.`,
  tooMany: "Cela fait beaucoup d'adresses en une heure.",
  tooManyNext:
    "D'autres recherches seront possibles dès la prochaine heure pleine. Qui est trouvé reste dans la liste.",
  nobodyYet: 'Tous ceux que vous voyez sont déjà dans cette équipe. Cherchez les autres par leur e-mail.',
}

/** Finding somebody by exact e-mail, to add them to a team. */
export const findWords = words(en, fr)
