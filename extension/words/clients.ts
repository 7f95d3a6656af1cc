import { words, type Words } from './say.ts'

const en = {
  all: 'All clients',
  switch: 'Client you work for now',
  title: 'Which client do you work for now?',
  why: 'Only the logins of that client are offered and filled, until you switch.',
  filter: 'Search clients',
  none: (query: string) => `No client matches “${query}”`,
  back: 'Back to the logins',
  ofOther: (page: string, now: string) => `This page is for ${page}. You work for ${now}.`,
  ofOthers: (now: string) => `This page is for other clients. You work for ${now}.`,
  ofOtherWhy: 'Nothing of theirs is filled until you switch; switching fills nothing by itself.',
  workFor: (name: string) => `Work for ${name}`,
  nothing: (name: string) => `No login of ${name}`,
  nothingWhy: 'The logins of other clients are not offered while you work for this one.',
  onlyOf: (name: string) => `Only the logins of ${name} are searched.`,
}

const fr: Words<typeof en> = {
  all: 'Tous les clients',
  switch: 'Client pour lequel vous travaillez',
  title: 'Pour quel client travaillez-vous ?',
  why: "Seuls les identifiants de ce client sont proposés et remplis, jusqu'à ce que vous en changiez.",
  filter: 'Rechercher un client',
  none: (query) => `Aucun client ne correspond à « ${query} »`,
  back: 'Retour aux identifiants',
  ofOther: (page, now) => `Cette page est pour ${page}. Vous travaillez pour ${now}.`,
  ofOthers: (now) => `Cette page est pour d'autres clients. Vous travaillez pour ${now}.`,
  ofOtherWhy: 'Rien ne se remplit pour un autre client sans que vous en changiez ; en changer ne remplit rien.',
  workFor: (name) => `Travailler pour ${name}`,
  nothing: (name) => `Aucun identifiant de ${name}`,
  nothingWhy: 'Les identifiants des autres clients ne sont pas proposés tant que vous travaillez pour celui-ci.',
  onlyOf: (name) => `La recherche ne porte que sur les identifiants de ${name}.`,
}

/** The client that an agent works for now: chosen, told, switched. */
export const clientWords = words(en, fr)
