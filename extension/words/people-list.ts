import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  filters: 'Filters',
  filtersOn: (n: number) => count(n, '# filter', '# filters'),
  clear: 'Clear filters',
  anyRole: 'Every role',
  team: 'Team',
  anyTeam: 'Every team',
  unlock: 'Last unlock',
  unlocks: {
    any: 'Whenever it was',
    '30': 'Not in the last 30 days',
    '90': 'Not in the last 90 days',
    never: 'Never',
  },
  keys: 'FIDO keys',
  manyKeys: { any: 'Any number', one: 'One only', none: 'None' },
  columns: { name: 'Name', teams: 'Teams', role: 'Role', keys: 'Keys', unlock: 'Last unlock' },
  order: 'Sort by',
  backwards: 'In reverse order',
  shown: (shown: number, all: number) => count(shown, '# person', '# people') + count(all, ' of #', ' of #'),
  nobody: 'Nobody fits these filters',
  never: 'Never',
  asServerSays: 'Keys and last unlocks are by the account of the server.',
}

const fr: Words<typeof en> = {
  filters: 'Filtres',
  filtersOn: (n) => compte(n, '# filtre', '# filtres'),
  clear: 'Effacer les filtres',
  anyRole: 'Tous les rôles',
  team: 'Équipe',
  anyTeam: 'Toutes les équipes',
  unlock: 'Dernier déverrouillage',
  unlocks: {
    any: 'Quel qu’il soit',
    '30': 'Pas depuis 30 jours',
    '90': 'Pas depuis 90 jours',
    never: 'Jamais',
  },
  keys: 'Clés FIDO',
  manyKeys: { any: 'Peu importe', one: 'Une seule', none: 'Aucune' },
  columns: { name: 'Nom', teams: 'Équipes', role: 'Rôle', keys: 'Clés', unlock: 'Déverrouillé' },
  order: 'Trier par',
  backwards: "Dans l'ordre inverse",
  shown: (shown, all) => compte(shown, '# personne', '# personnes') + compte(all, ' sur #', ' sur #'),
  nobody: 'Personne ne correspond à ces filtres',
  never: 'Jamais',
  asServerSays: 'Les clés et les déverrouillages sont ceux que le serveur indique.',
}

/** The list of people: its columns, order and filters. */
export const peopleListWords = words(en, fr)
