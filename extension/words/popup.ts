import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  search: 'Search logins',
  logins: 'Logins',
  next: 'Code for the next step',
  here: 'For this page',
  recent: 'Recent',
  all: 'All logins',
  found: 'Found',
  openConsole: 'Open the console',
  lockNow: 'Lock Cloison',
  more: (name: string) => `More about ${name}`,
  moreRows: (n: number) =>
    count(n, '# more login. Type to narrow it down.', '# more logins. Type to narrow them down.'),

  noneHere: (origin: string) => `No login of yours is for ${origin}.`,
  notForPage: (name: string) => `“${name}” is not for this page.`,
  noneHereWhy: 'A login fills only at the address it was saved for.',
  noPage: 'Nothing can be filled here',
  noPageWhy: 'This is a page of the browser. Open a sign-in page first.',
  nothingYet: 'No logins yet',
  nothingYetWhy: 'Nothing has been granted to you. It appears here by itself as soon as somebody does.',
  noResult: (query: string) => `No login matches “${query}”`,
  noResultWhy: 'The search looks at names, usernames and folders.',

  filling: 'Filling',
  filled: (parts: string) => `Filled: ${parts}`,
  sent: 'The form was sent, as this login says.',
  notFilled: (parts: string) => `Not on this page, or empty in the login: ${parts}`,
  parts: { username: 'username', password: 'password', otp: 'one-time code', custom: 'other fields' },
  sendsElsewhere: (address: string) => `The form on this page would send the login to ${address}.`,
  nextStep: 'If the password comes on the next page, fill again there.',
  nextCode: 'If the page asks for a code next, this login is offered first.',

  code: 'One-time code',
  showCode: 'Show code',
  showCodeRecorded: 'This folder is witnessed: the server records that you read it.',
  copyCode: 'Copy code',

  back: 'Back to the logins',
  client: 'Client',
  folder: 'Folder',
  username: 'Username',
  noUsername: 'No username',

  lockedTitle: 'Cloison is locked',
  lockedWhy: 'Your key and your Cloison PIN open it, in a window of its own.',
  beginTitle: 'No organisation yet',
  beginWhy: "Type the address where your organisation's Cloison opens, or use an invitation code.",
  server: 'Server address',
  haveInvitation: 'I have an invitation code',

  retrying: (time: string) => `Offline since ${time}. The logins here still fill.`,
  retryingSome: (time: string) =>
    `Offline since ${time}. The logins here still fill, except those whose use the server records.`,
  refused: (n: number) =>
    count(
      n,
      '# folder is refused: the data of the server is not what its members signed. Tell your security team.',
      '# folders are refused: the data of the server is not what their members signed. Tell your security team.',
    ),
  unsentCount: (n: number) =>
    count(
      n,
      '# change of yours is not sent yet. See the console.',
      '# changes of yours are not sent yet. See the console.',
    ),
  unsent: { waiting: 'Not sent yet', choose: 'Needs your choice', refused: 'Not sent' },
  unsentMore: {
    waiting: 'As you changed it on this desk. The others see it once it is sent.',
    choose: 'Somebody changed it at the same time as you. This is theirs: choose in the console.',
    refused: 'Your change to it may not be sent any more. This is the version that everybody has.',
  },
  refusedLedger: 'The record of the server is not what its members signed. Tell your security team.',
}

const fr: Words<typeof en> = {
  search: 'Rechercher un identifiant',
  logins: 'Identifiants',
  next: "Code pour l'étape suivante",
  here: 'Pour cette page',
  recent: 'Récents',
  all: 'Tous les identifiants',
  found: 'Trouvés',
  openConsole: 'Ouvrir la console',
  lockNow: 'Verrouiller Cloison',
  more: (name) => `En savoir plus sur ${name}`,
  moreRows: (n) =>
    compte(n, '# autre identifiant. Précisez la recherche.', '# autres identifiants. Précisez la recherche.'),

  noneHere: (origin) => `Aucun de vos identifiants n'est pour ${origin}.`,
  notForPage: (name) => `« ${name} » n'est pas pour cette page.`,
  noneHereWhy: "Un identifiant ne se remplit qu'à l'adresse pour laquelle il a été enregistré.",
  noPage: 'Rien ne peut être rempli ici',
  noPageWhy: "C'est une page du navigateur. Ouvrez d'abord une page de connexion.",
  nothingYet: "Pas encore d'identifiants",
  nothingYetWhy: "Aucun accès ne vous a été donné. Dès que quelqu'un le fera, vos identifiants s'afficheront ici.",
  noResult: (query) => `Aucun identifiant ne correspond à « ${query} »`,
  noResultWhy: "La recherche porte sur les noms, les noms d'utilisateur et les dossiers.",

  filling: 'Remplissage',
  filled: (parts) => `Rempli : ${parts}`,
  sent: 'Le formulaire a été envoyé, comme le veut cet identifiant.',
  notFilled: (parts) => `Absent de la page, ou vide dans l'identifiant : ${parts}`,
  parts: {
    username: "nom d'utilisateur",
    password: 'mot de passe',
    otp: 'code à usage unique',
    custom: 'autres champs',
  },
  sendsElsewhere: (address) => `Le formulaire de cette page enverrait l'identifiant à ${address}.`,
  nextStep: 'Si le mot de passe est demandé sur la page suivante, remplissez à nouveau là-bas.',
  nextCode: 'Si la page demande ensuite un code, cet identifiant est proposé en premier.',

  code: 'Code à usage unique',
  showCode: 'Afficher le code',
  showCodeRecorded: 'Ce dossier est sous témoin : le serveur note que vous le lisez.',
  copyCode: 'Copier le code',

  back: 'Retour aux identifiants',
  client: 'Client concerné',
  folder: 'Dossier',
  username: "Nom d'utilisateur",
  noUsername: "Sans nom d'utilisateur",

  lockedTitle: 'Cloison est verrouillé',
  lockedWhy: "Votre clé et votre PIN Cloison l'ouvrent, dans une fenêtre à part.",
  beginTitle: "Pas encore d'organisation",
  beginWhy: "Saisissez l'adresse où s'ouvre le Cloison de votre organisation, ou prenez un code d'invitation.",
  server: 'Adresse du serveur',
  haveInvitation: "J'ai un code d'invitation",

  retrying: (time) => `Hors ligne depuis ${time}. Les identifiants présents se remplissent encore.`,
  retryingSome: (time) =>
    `Hors ligne depuis ${time}. Les identifiants présents se remplissent encore, sauf ceux dont le serveur note l'usage.`,
  refused: (n) =>
    compte(
      n,
      "# dossier est refusé : les données du serveur ne sont pas celles que ses membres ont signées. Prévenez l'équipe sécurité.",
      "# dossiers sont refusés : les données du serveur ne sont pas celles que leurs membres ont signées. Prévenez l'équipe sécurité.",
    ),
  unsentCount: (n) =>
    compte(
      n,
      "# de vos changements n'est pas encore envoyé. Voir la console.",
      '# de vos changements ne sont pas encore envoyés. Voir la console.',
    ),
  unsent: { waiting: 'Pas encore envoyé', choose: 'Attend votre choix', refused: 'Non envoyé' },
  unsentMore: {
    waiting: "Tel que vous l'avez modifié sur ce poste. Les autres le verront après l'envoi.",
    choose: "Quelqu'un l'a modifié en même temps que vous. Voici sa version : choisissez dans la console.",
    refused: 'Votre changement ne peut plus être envoyé. Voici la version commune.',
  },
  refusedLedger: "Le registre du serveur n'est pas celui que les membres ont signé. Prévenez l'équipe sécurité.",
}

/** Words of the popup: what is offered for a page, what was filled, why nothing is. */
export const popupWords = words(en, fr)
