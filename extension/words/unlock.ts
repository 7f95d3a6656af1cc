import { words, type Words } from './say.ts'

const en = {
  pinCloison: 'Cloison PIN',
  unlockHere: 'Unlock Cloison',
  enterPin: 'Type your Cloison PIN, then press Enter.',
  touchNow: 'Touch your key when it blinks.',
  touchAgain: 'Touch it once more: the key proves that it keeps a secret.',
  keyPinToo: 'A key without fingerprint reader also asks for the PIN of your key, in a window of the browser.',
  opening: 'The key has answered. Opening your logins.',
  because: {
    button: 'You locked it. Nothing readable is left on this desk.',
    idle: 'It locked by itself, because nobody was here.',
    revoked: 'The key that opened it was revoked. Unlock with another key of yours.',
    refused: 'The server ended your session. Unlock to go on.',
    'key-gone': 'This browser no longer has the key of your session. Nothing is lost. Unlock to go on.',
    unclear:
      'The server did not say whether your new keys hold. Try your new PIN first: if it opens, they do. If not, your old PIN opens, and nothing has changed.',
  },
  haveInvitation: 'I have an invitation code',
  newDesk: 'New desk? Server address',
  currentServer: (address: string) => `This browser profile uses ${address}.`,
  serverAddress: 'Server address',
  serverAddressHint: "The address where your organisation's Cloison opens, for example vault.example.com.",
  addressWrong: 'Type a whole address, such as vault.example.com.',
  addressUnsafe: 'It must begin with https: over http, others on the way could read and change what is sent.',

  unlockedTitle: 'Unlocked',
  unlockedHint: 'You can close this window. Your logins fill from the Cloison button of the browser.',
  openConsole: 'Open the console',

  beginTitle: 'Start with Cloison',
  beginHint: 'No organisation is known in this browser profile yet. Where does yours keep its Cloison?',

  trustTitle: 'Trust this server?',
  trustMeans:
    'Cloison would keep your logins there, encrypted, and take news from it. The server never gets your PIN, your key or a readable password.',
  trustCheck: 'Compare the address, letter by letter, with the one your IT team gave you.',
  trustReplaces: (address: string) =>
    `This browser profile uses ${address} now. It knows one server at a time: this one would take its place.`,
  trust: 'Trust this server',
  notNow: 'Not now',
  badLink: 'This is not the address of a server',
  badLinkNext: 'Nothing was opened. Type the address instead.',

  step: (n: number, of: number) => `Step ${n} of ${of}`,

  setupTitle: 'Set up this server',
  setupHint: 'It has no organisation yet. Whoever holds its set-up code makes one, once.',
  setupCode: 'Set-up code',
  setupCodeHint: 'The server printed it in its log at its first start.',
  aboutTitle: 'Your organisation and you',
  orgName: 'Name of the organisation',
  yourName: 'Your name',
  yourEmail: 'Your e-mail',
  emailHint: 'Administrators see it. Cloison sends nothing to it.',
  needOrgName: 'Type the name of the organisation.',
  needYourName: 'Type your name.',
  needEmail: 'Type an e-mail address, such as ines@example.com.',

  pinTitle: 'Choose your Cloison PIN',
  pinMeaning: 'It is asked at each unlock, with your key. Nobody can read it or reset it.',
  pinForKeyTitle: 'A Cloison PIN for this key',
  pinForKeyMeaning: 'Each key has its own. You may choose the same one as for your first key.',
  pinForKey: 'The Cloison PIN for this key',
  pinAgain: 'The same once more',
  pinRule: '6 characters or more. Letters are welcome.',
  pinsDiffer: 'The two are not the same. Type the second one again.',

  keyTitle: 'Register your key',
  keyMeaning: 'Put your FIDO key in. You will touch it twice: to register it, then to prove that it keeps a secret.',
  furtherKeyTitle: 'Register the other key',
  furtherKeyMeaning: 'Take your first key out and put the other one in. You will touch it twice.',
  useKey: 'Use my key',
  reaching: 'Asking the server',
  waitingForKey: 'Waiting for the key',
  finishing: 'The key has answered. Sealing your keys.',

  readyTitle: (org: string) => `${org} is ready`,
  readyHint: 'You are its owner, and unlocked.',
  oneKey: 'You have one key only',
  oneKeyNext:
    'If it is lost, the organisation and all its logins are lost with it. Register a second key now, and keep it elsewhere.',
  secondKey: 'Register a second key',
  later: 'Later',
  laterHint: 'The console reminds you until there is a second key or a second owner.',

  furtherDoneTitle: 'This key is registered',
  furtherDoneHint: 'Each of your keys opens Cloison, with a PIN of its own. Keep them in different places.',
  furtherLockedHint: 'Unlock with a key you have, then register the other one.',

  joinTitle: 'Join your organisation',
  joinHint: 'Paste the code you were given. It is long, and may stand on several lines.',
  joinCode: 'Invitation code',
  joinOrgTitle: (org: string) => `Join ${org}`,
  joinAs: (name: string) => `You were invited as ${name}.`,
  joinNotYou: 'If that is not you, stop here and tell the person who gave you the code.',
  joinTrust: 'Trust this server and go on',

  waitingTitle: 'Waiting for approval',
  waitingDone: 'Your key and your Cloison PIN are registered.',
  waitingAsked:
    'A key and a Cloison PIN are registered with this code. If that was not you, tell the person who invited you at once.',
  waitingHint: (org: string) => `An owner or administrator of ${org} approves it with one click.`,
  waitingTell: 'Tell the person who invited you that you are ready.',
  waitingThen: 'This window notices by itself. You may close it: unlock later, when you are told.',
  waitingRetry: 'The server cannot be reached at the moment. Still trying.',
  approvedTitle: 'You are approved',
  approvedHint: (org: string) => `${org} has let you in. Unlock with your key and your Cloison PIN.`,
  unlockNow: 'Unlock now',
}

const fr: Words<typeof en> = {
  pinCloison: 'PIN Cloison',
  unlockHere: 'Déverrouiller Cloison',
  enterPin: 'Saisissez votre PIN Cloison, puis appuyez sur Entrée.',
  touchNow: 'Touchez votre clé quand elle clignote.',
  touchAgain: "Touchez-la encore une fois : la clé prouve qu'elle garde un secret.",
  keyPinToo: "Une clé sans lecteur d'empreinte demande aussi le PIN de la clé, dans une fenêtre du navigateur.",
  opening: 'La clé a répondu. Ouverture de vos identifiants.',
  because: {
    button: "Vous l'avez verrouillé. Rien de lisible ne reste sur ce poste.",
    idle: "Cloison s'est verrouillé de lui-même, en votre absence.",
    revoked: "La clé qui l'a ouvert a été révoquée. Déverrouillez avec une autre de vos clés.",
    refused: 'Le serveur a mis fin à votre session. Déverrouillez pour continuer.',
    'key-gone': "Ce navigateur n'a plus la clé de votre session. Rien n'est perdu. Déverrouillez pour continuer.",
    unclear:
      "Le serveur n'a pas dit si vos nouvelles clés sont en place. Essayez d'abord votre nouveau PIN : s'il ouvre, elles le sont. Sinon, l'ancien ouvre, et rien n'a changé.",
  },
  haveInvitation: "J'ai un code d'invitation",
  newDesk: 'Nouveau poste ? Adresse du serveur',
  currentServer: (address) => `Ce profil de navigateur utilise ${address}.`,
  serverAddress: 'Adresse du serveur',
  serverAddressHint: "L'adresse où s'ouvre le Cloison de votre organisation, par exemple coffre.example.com.",
  addressWrong: 'Saisissez une adresse entière, comme coffre.example.com.',
  addressUnsafe: "Elle doit commencer par https : en http, d'autres pourraient lire et changer ce qui passe.",

  unlockedTitle: 'Déverrouillé',
  unlockedHint: 'Vous pouvez fermer cette fenêtre. Le bouton Cloison du navigateur remplit vos identifiants.',
  openConsole: 'Ouvrir la console',

  beginTitle: 'Commencer avec Cloison',
  beginHint: "Ce profil de navigateur ne connaît encore aucune organisation. À quelle adresse s'ouvre la vôtre ?",

  trustTitle: 'Faire confiance à ce serveur ?',
  trustMeans:
    'Cloison y garderait vos identifiants, chiffrés, et en recevrait les nouvelles. Le serveur ne reçoit jamais votre PIN, votre clé ni un mot de passe lisible.',
  trustCheck: "Comparez l'adresse, lettre à lettre, avec celle que vous a donnée votre service informatique.",
  trustReplaces: (address) =>
    `Ce profil de navigateur utilise aujourd'hui ${address}. Il ne connaît qu'un serveur à la fois : celui-ci prendrait sa place.`,
  trust: 'Faire confiance à ce serveur',
  notNow: 'Pas maintenant',
  badLink: "Ceci n'est pas l'adresse d'un serveur",
  badLinkNext: "Rien n'a été ouvert. Saisissez plutôt l'adresse.",

  step: (n, of) => `Étape ${n} sur ${of}`,

  setupTitle: 'Installer ce serveur',
  setupHint: "Il n'a pas encore d'organisation. Qui détient son code d'installation en crée une, une seule fois.",
  setupCode: "Code d'installation",
  setupCodeHint: "Le serveur l'a écrit dans son journal à son premier démarrage.",
  aboutTitle: 'Votre organisation et vous',
  orgName: "Nom de l'organisation",
  yourName: 'Votre nom',
  yourEmail: 'Votre adresse e-mail',
  emailHint: "Les administrateurs la voient. Cloison n'y envoie rien.",
  needOrgName: "Saisissez le nom de l'organisation.",
  needYourName: 'Saisissez votre nom.',
  needEmail: 'Saisissez une adresse e-mail, comme ines@example.com.',

  pinTitle: 'Choisissez votre PIN Cloison',
  pinMeaning:
    'Il est demandé à chaque déverrouillage, avec votre clé. Personne ne peut le lire ni le remplacer pour vous.',
  pinForKeyTitle: 'Un PIN Cloison pour cette clé',
  pinForKeyMeaning: 'Chaque clé a le sien. Vous pouvez reprendre celui de votre première clé.',
  pinForKey: 'Le PIN Cloison de cette clé',
  pinAgain: 'Le même, encore une fois',
  pinRule: '6 caractères ou plus. Les lettres sont admises.',
  pinsDiffer: 'Les deux saisies diffèrent. Refaites la seconde.',

  keyTitle: 'Enregistrez votre clé',
  keyMeaning:
    "Branchez votre clé FIDO. Vous la toucherez deux fois : pour l'enregistrer, puis pour prouver qu'elle garde un secret.",
  furtherKeyTitle: "Enregistrez l'autre clé",
  furtherKeyMeaning: "Retirez votre première clé et branchez l'autre. Vous la toucherez deux fois.",
  useKey: 'Utiliser ma clé',
  reaching: 'Demande au serveur',
  waitingForKey: 'En attente de la clé',
  finishing: 'La clé a répondu. Scellement de vos clés.',

  readyTitle: (org) => `${org} : tout est prêt`,
  readyHint: "Vous en êtes propriétaire, et c'est déverrouillé.",
  oneKey: "Vous n'avez qu'une clé",
  oneKeyNext:
    "Si elle se perd, l'organisation et tous ses identifiants se perdent avec elle. Enregistrez une seconde clé maintenant, et gardez-la ailleurs.",
  secondKey: 'Enregistrer une seconde clé',
  later: 'Plus tard',
  laterHint: "La console vous le rappelle tant qu'il n'y a ni seconde clé ni second propriétaire.",

  furtherDoneTitle: 'Cette clé est enregistrée',
  furtherDoneHint: 'Chacune de vos clés ouvre Cloison, avec un PIN à elle. Gardez-les à des endroits différents.',
  furtherLockedHint: "Déverrouillez avec une clé que vous avez, puis enregistrez l'autre.",

  joinTitle: 'Rejoindre votre organisation',
  joinHint: "Collez le code qu'on vous a donné. Il est long, et peut tenir sur plusieurs lignes.",
  joinCode: "Code d'invitation",
  joinOrgTitle: (org) => `Rejoindre ${org}`,
  joinAs: (name) => `L'invitation est au nom de ${name}.`,
  joinNotYou: "Si ce n'est pas vous, arrêtez-vous ici et prévenez la personne qui vous a donné le code.",
  joinTrust: 'Faire confiance à ce serveur et continuer',

  waitingTitle: "En attente d'approbation",
  waitingDone: 'Votre clé et votre PIN Cloison sont enregistrés.',
  waitingAsked:
    "Une clé et un PIN Cloison sont enregistrés avec ce code. Si ce n'est pas vous, prévenez tout de suite la personne qui vous a invité.",
  waitingHint: (org) => `Un propriétaire ou un administrateur de ${org} l'approuve d'un clic.`,
  waitingTell: 'Dites à la personne qui vous a invité que vous êtes prêt.',
  waitingThen:
    "Cette fenêtre s'en aperçoit d'elle-même. Vous pouvez la fermer : vous déverrouillerez quand on vous préviendra.",
  waitingRetry: 'Le serveur est injoignable pour le moment. Nouvel essai en cours.',
  approvedTitle: 'Votre accès est approuvé',
  approvedHint: (org) => `${org} vous a ouvert l'accès. Déverrouillez avec votre clé et votre PIN Cloison.`,
  unlockNow: 'Déverrouiller maintenant',
}

/** Words of the ceremonies: trusting a server, set-up, joining, unlock, a further key. */
export const unlockWords = words(en, fr)
