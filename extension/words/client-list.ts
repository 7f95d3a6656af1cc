import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  clients: 'Clients',
  filterClients: 'Find a client by name, path or contact',
  columns: {
    name: 'Name',
    path: 'Path',
    ends: 'Contract ends',
    sensitive: 'Sensitivity',
    contact: 'Contact',
    logins: 'Logins',
    people: 'People',
  },
  high: 'High',
  usual: 'Usual',
  sensitivities: { any: 'Any', high: 'High only', usual: 'Usual only' },
  contract: 'Contract',
  contracts: {
    any: 'Any',
    over: 'Is over',
    soon: 'Ends within 30 days',
    later: 'Ends later',
    none: 'Without an end',
  },
  over: (day: string) => `Over since ${day}`,
  shown: (shown: number, all: number) => count(shown, '# client', '# clients') + count(all, ' of #', ' of #'),
  noneFits: 'No client fits these filters',
  noneTitle: 'No client is described yet',
  noneHint:
    'Open a client’s folder, then “About this client” in its menu: contract, sensitivity, contact and channels. It then stands in this list.',
  pickTitle: 'Choose a client',
  pickHint: 'Its page has what is written down about it, its logins, who can open it, and what is to be done there.',
  reach: 'Opens for',
  soon: 'Ends soon',
  grantsSoon: (n: number) => count(n, '# grant within 30 days', '# grants within 30 days'),
  toDo: 'To change',
  toChange: (n: number) => count(n, '# password', '# passwords'),
  last: 'Last change',
  lastBy: (login: string, who: string) => `${login}, by ${who}`,
}

const fr: Words<typeof en> = {
  clients: 'Clients',
  filterClients: 'Chercher un client par nom, chemin ou contact',
  columns: {
    name: 'Nom',
    path: 'Chemin',
    ends: 'Fin du contrat',
    sensitive: 'Sensibilité',
    contact: 'Contact',
    logins: 'Identifiants',
    people: 'Personnes',
  },
  high: 'Élevée',
  usual: 'Courante',
  sensitivities: { any: 'Peu importe', high: 'Élevée seulement', usual: 'Courante seulement' },
  contract: 'Contrat',
  contracts: {
    any: 'Peu importe',
    over: 'Terminé',
    soon: "S'achève d'ici 30 jours",
    later: "S'achève plus tard",
    none: 'Sans date de fin',
  },
  over: (day) => `Terminé le ${day}`,
  shown: (shown, all) => compte(shown, '# client', '# clients') + compte(all, ' sur #', ' sur #'),
  noneFits: 'Aucun client ne correspond à ces filtres',
  noneTitle: "Aucun client n'est encore décrit",
  noneHint:
    "Ouvrez le dossier d'un client, puis « À propos de ce client » dans son menu : contrat, sensibilité, contact et canaux. Il figure alors dans cette liste.",
  pickTitle: 'Choisissez un client',
  pickHint: "Sa page dit ce qu'on sait de lui, ses identifiants, qui peut l'ouvrir et ce qu'il reste à y faire.",
  reach: "S'ouvre pour",
  soon: 'Échéances',
  grantsSoon: (n) => compte(n, "# droit d'ici 30 jours", "# droits d'ici 30 jours"),
  toDo: 'À changer',
  toChange: (n) => compte(n, '# mot de passe', '# mots de passe'),
  last: 'Dernière modification',
  lastBy: (login, who) => `${login}, par ${who}`,
}

/** The list of clients, and what a client's page counts. */
export const clientListWords = words(en, fr)
