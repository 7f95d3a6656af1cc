import { words, type Words } from './say.ts'

const en = {
  ruleOf: (n: number) => `Where address ${String(n)} fills`,
  /** As a rule is called where nothing is known of the address. */
  rules: {
    origin: 'This exact address (recommended)',
    host: 'Any port of this host',
    domain: 'All of its domain',
    path: 'Only below this path',
    none: 'Never offer',
  },
  hostOf: (host: string) => `Any port of ${host}`,
  domainOf: (domain: string) => `All of ${domain}`,
  covers: {
    origin: (origin: string) => `Fills at ${origin} and nowhere else.`,
    host: (host: string) => `Fills at ${host} on every port, so in every service that runs there.`,
    domain: (domain: string) =>
      `Fills at ${domain} and at every address that ends in .${domain}. Choose it only where all of them are this client's.`,
    path: (path: string) => `Fills at ${path} and below it.`,
    none: 'Is kept here only: never offered, never filled.',
  },
  noDomain: (host: string) => `${host} has no domain of its own: fills at this host only, on every port.`,
  moreOf: (n: number) => `More about address ${String(n)}`,
  realmOf: (n: number) => `Realm of address ${String(n)}`,
  realmHint: 'Where the browser itself asks to sign in: the name that it shows. Empty where it does not matter.',

  /** How far a saved address reaches, beside it. */
  said: {
    origin: 'This exact address',
    host: (host: string) => `Any port of ${host}`,
    domain: (domain: string) => `All of ${domain}`,
    path: (path: string) => `Only below ${path}`,
    none: 'Never offered',
  },
  inRealm: (realm: string) => `realm ${realm}`,
  addressOf: (address: string) => `Web address ${address}`,

  notWhole: 'Type a whole address, such as https://portal.example',
  notWeb: 'Only addresses that begin with https:// or http:// can be filled.',
  withUser: 'Leave the username and the password out of the address: each has its own field.',
  noPath: 'This address has no path. Add one, such as https://portal.example/crm, or choose another rule.',
  twice: 'This address stands here twice.',

  offered: {
    origin: (scope: string) => `Offered here: saved for ${scope}.`,
    host: (scope: string) => `Offered here: saved for any port of ${scope}.`,
    domain: (scope: string) => `Offered here: saved for all of ${scope}.`,
    path: (scope: string) => `Offered here: saved for what lies below ${scope}.`,
  },
  elsewhere: {
    origin: (scope: string) => `Saved for ${scope} only.`,
    host: (scope: string) => `Saved for ${scope} only, on any port.`,
    domain: (scope: string) => `Saved for ${scope} only, and what belongs to it.`,
    path: (scope: string) => `Saved for what lies below ${scope} only.`,
  },
  httpPage: (scope: string) => `Saved for ${scope} by https. This page came by http, which others can read on the way.`,
  never: (scope: string) => `Set never to be offered at ${scope}.`,
  badAddress: (address: string) => `Its address “${address}” is none that can be filled.`,
  noPage: 'This is a page of the browser: nothing is filled here.',
  noAddress: 'It has no web address, so it fills nowhere.',
  closed: 'Its client has left: nothing is filled for it any more.',
  archived: 'Its client is archived: nothing is filled for it until somebody brings it back.',
}

const fr: Words<typeof en> = {
  ruleOf: (n) => `Où l'adresse ${String(n)} se remplit`,
  rules: {
    origin: 'Cette adresse exacte (conseillé)',
    host: 'Tous les ports de cet hôte',
    domain: 'Tout son domaine',
    path: 'Seulement sous ce chemin',
    none: 'Ne jamais proposer',
  },
  hostOf: (host) => `Tous les ports de ${host}`,
  domainOf: (domain) => `Tout ${domain}`,
  covers: {
    origin: (origin) => `Se remplit à ${origin} et nulle part ailleurs.`,
    host: (host) => `Se remplit à ${host} sur tous les ports, donc dans tous les services qui y tournent.`,
    domain: (domain) =>
      `Se remplit à ${domain} et à toute adresse qui finit par .${domain}. À choisir seulement si toutes sont à ce client.`,
    path: (path) => `Se remplit à ${path} et en dessous.`,
    none: "N'est que conservée ici : jamais proposée, jamais remplie.",
  },
  noDomain: (host) => `${host} n'a pas de domaine à lui : se remplit à cet hôte seulement, sur tous les ports.`,
  moreOf: (n) => `Plus sur l'adresse ${String(n)}`,
  realmOf: (n) => `Domaine protégé de l'adresse ${String(n)}`,
  realmHint: "Là où c'est le navigateur qui demande la connexion : le nom qu'il affiche. Vide s'il n'importe pas.",

  said: {
    origin: 'Cette adresse exacte',
    host: (host) => `Tous les ports de ${host}`,
    domain: (domain) => `Tout ${domain}`,
    path: (path) => `Seulement sous ${path}`,
    none: 'Jamais proposée',
  },
  inRealm: (realm) => `domaine protégé ${realm}`,
  addressOf: (address) => `Adresse web ${address}`,

  notWhole: 'Saisissez une adresse entière, comme https://portail.example',
  notWeb: 'Seules les adresses qui commencent par https:// ou http:// peuvent être remplies.',
  withUser: "Ne mettez ni le nom d'utilisateur ni le mot de passe dans l'adresse : chacun a son champ.",
  noPath:
    "Cette adresse n'a pas de chemin. Ajoutez-le, comme https://portail.example/crm, ou choisissez une autre règle.",
  twice: 'Cette adresse figure déjà ici.',

  offered: {
    origin: (scope) => `Proposé ici : enregistré pour ${scope}.`,
    host: (scope) => `Proposé ici : enregistré pour tous les ports de ${scope}.`,
    domain: (scope) => `Proposé ici : enregistré pour tout ${scope}.`,
    path: (scope) => `Proposé ici : enregistré pour ce qui est sous ${scope}.`,
  },
  elsewhere: {
    origin: (scope) => `Enregistré pour ${scope} seulement.`,
    host: (scope) => `Enregistré pour ${scope} seulement, sur tous les ports.`,
    domain: (scope) => `Enregistré pour ${scope} seulement, et ce qui en dépend.`,
    path: (scope) => `Enregistré pour ce qui est sous ${scope} seulement.`,
  },
  httpPage: (scope) =>
    `Enregistré pour ${scope} en https. Cette page est venue en http, que d'autres peuvent lire en chemin.`,
  never: (scope) => `Réglé pour n'être jamais proposé à ${scope}.`,
  badAddress: (address) => `Son adresse « ${address} » ne peut pas être remplie.`,
  noPage: "C'est une page du navigateur : rien ne s'y remplit.",
  noAddress: "Il n'a pas d'adresse web : il ne se remplit nulle part.",
  closed: 'Son client est parti : plus rien ne se remplit pour lui.',
  archived: "Son client est archivé : rien ne se remplit pour lui tant que personne ne l'en sort.",
}

/** Where a login may be filled, and why it is offered for a page or is not. */
export const matchWords = words(en, fr)
