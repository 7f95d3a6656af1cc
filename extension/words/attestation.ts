import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  attested: 'Check the make of new keys',
  /** What the default means. */
  unattestedHint:
    'Nobody checks which maker a key comes from: whoever may register one can register any, or software that plays one.',
  attestedHint:
    'Whoever registers a key has its maker vouch for the model, and the server checks that against the FIDO Alliance’s list. The browser asks the person first, because the server then learns the model. Keys registered before go on working.',
  models: 'Models allowed',
  modelsHint:
    'AAGUIDs, as makers publish them, one to a line. An empty list allows every model that the FIDO Alliance lists and reports no break of. Fewer are stricter.',
  notAaguid: (typed: string) =>
    `“${typed}” is no AAGUID: 32 digits from 0 to f, with hyphens, like 01234567-89ab-cdef-0123-456789abcdef.`,
  tooMany: (most: number) => `Name at most ${String(most)} models.`,
  nothingProves:
    'A list says nothing while nobody checks: any key can claim any model. Check the make of new keys, or empty the list.',

  make: 'Make of new keys',
  checked: 'Checked, when they are registered',
  unchecked: 'Nobody checks it',
  anyModel: 'Every model that the FIDO Alliance lists',
  changes: {
    make: (to: string, from: string) => `Make of new keys: ${to} (until now: ${from})`,
    checked: 'checked',
    unchecked: 'nobody checks it',
    models: (to: string, from: string) => `Models of keys allowed: ${to} (until now: ${from})`,
    only: (models: string) => `Models of keys allowed: ${models}`,
    any: 'every one that the FIDO Alliance lists',
    more: (models: string) => `Models of keys newly allowed: ${models}`,
    fewer: (models: string) => `Models of keys no longer allowed for new keys: ${models}`,
  },
  noMetadata: 'Your server has nothing to check it against: nobody could register a key.',
  noMetadataNext: 'It needs the metadata file of the FIDO Alliance. Ask whoever runs the server first.',
  oldMetadata: (day: string) =>
    `The server’s metadata file of the FIDO Alliance was to be renewed by ${day}: it knows no model and no break reported since.`,
  unproved: (n: number, all: number) =>
    `${count(n, '# key', '# keys')} of ${String(all)} in use ${n === 1 ? 'was' : 'were'} registered without that proof, and ${n === 1 ? 'goes' : 'go'} on working.`,

  atJoining: 'This organisation checks which make of key you register, and the server learns the model.',
  /** In the window where a key is registered. */
  consent:
    'Your organisation asks which model your key is. The browser asks you too: agree there. The server then knows the model and the batch, which many keys share.',
  proved: (model: string) => `${model}, proved by its maker`,
  claimed: (model: string) => `${model}, by its own account`,
}

const fr: Words<typeof en> = {
  attested: "Vérifier d'où viennent les nouvelles clés",
  unattestedHint:
    "Personne ne vérifie de quel fabricant vient une clé : qui peut en enregistrer une peut prendre n'importe laquelle, ou un logiciel qui en tient lieu.",
  attestedHint:
    "Le fabricant se porte garant du modèle de chaque clé qu'on enregistre, et le serveur le vérifie sur la liste de l'Alliance FIDO. Le navigateur demande d'abord l'accord de la personne, car le serveur apprend ainsi le modèle. Les clés déjà enregistrées continuent de fonctionner.",
  models: 'Modèles autorisés',
  modelsHint:
    "Des AAGUID, tels que les fabricants les publient, un par ligne. Une liste vide autorise tout modèle que l'Alliance FIDO connaît et dont elle ne signale aucune faille. Moins de modèles, c'est plus strict.",
  notAaguid: (typed) =>
    `« ${typed} » n'est pas un AAGUID : 32 chiffres de 0 à f, avec des traits d'union, comme 01234567-89ab-cdef-0123-456789abcdef.`,
  tooMany: (most) => `Indiquez au plus ${String(most)} modèles.`,
  nothingProves:
    "Une liste ne dit rien tant que personne ne vérifie : une clé peut se dire de n'importe quel modèle. Faites vérifier les nouvelles clés, ou videz la liste.",

  make: 'Provenance des nouvelles clés',
  checked: "Vérifiée, à l'enregistrement",
  unchecked: 'Personne ne la vérifie',
  anyModel: "Tout modèle que l'Alliance FIDO connaît",
  changes: {
    make: (to, from) => `Provenance des nouvelles clés : ${to} (jusqu'ici : ${from})`,
    checked: 'vérifiée',
    unchecked: 'personne ne la vérifie',
    models: (to, from) => `Modèles de clés autorisés : ${to} (jusqu'ici : ${from})`,
    only: (models) => `Modèles de clés autorisés : ${models}`,
    any: "tous ceux que l'Alliance FIDO connaît",
    more: (models) => `Modèles de clés désormais autorisés : ${models}`,
    fewer: (models) => `Modèles de clés qui ne le sont plus pour les nouvelles clés : ${models}`,
  },
  noMetadata: "Votre serveur n'a rien pour le vérifier : personne ne pourrait enregistrer de clé.",
  noMetadataNext: "Il lui faut le fichier de métadonnées de l'Alliance FIDO. Parlez-en d'abord à qui gère le serveur.",
  oldMetadata: (day) =>
    `Le fichier de métadonnées de l'Alliance FIDO devait être renouvelé sur le serveur avant le ${day} : il ignore les modèles et les failles signalés depuis.`,
  unproved: (n, all) =>
    `${compte(n, '# clé', '# clés')} sur ${String(all)} en service ${n < 2 ? 'a été enregistrée sans cette preuve, et continue' : 'ont été enregistrées sans cette preuve, et continuent'} de fonctionner.`,

  atJoining:
    'Cette organisation vérifie de quel modèle est la clé que vous enregistrez, et le serveur apprend ce modèle.',
  consent:
    'Votre organisation demande de quel modèle est votre clé. Le navigateur vous le demande aussi : acceptez. Le serveur connaît alors le modèle et la série, que beaucoup de clés partagent.',
  proved: (model) => `${model}, prouvé par son fabricant`,
  claimed: (model) => `${model}, à ce qu'elle en dit`,
}

/** Which maker a key comes from: in the policy, where a key is registered, and in the list of keys. */
export const attestationWords = words(en, fr)

/** Why a key was not registered where the policy asks for its make. Nothing has changed then. */
export const attestationFailuresEn = {
  'no-metadata': {
    what: 'Your organisation asks which make a key is, and the server has nothing to check it against.',
    next: 'Nothing was registered, and nobody can register a key until it has. Tell whoever runs the server: it needs the metadata file of the FIDO Alliance. Keys that are registered go on working.',
  },
  'attestation-missing': {
    what: 'Your organisation asks which make a key is, and this one came without its maker’s word.',
    next: 'Nothing was registered. Try again and agree when the browser asks. If it does not ask, your invitation is older than the rule: ask for a new one. Some keys have no word of their maker: then take another.',
  },
  'bad-attestation': {
    what: 'What should prove the make of this key was not signed by the maker that it names.',
    next: 'Nothing was registered. Take another key, and show this one to whoever buys them.',
  },
  'key-not-allowed': {
    what: 'Your organisation does not allow this model of key.',
    next: 'Nothing was registered. Take a key of a model that it allows: an owner knows which.',
  },
  'key-unknown': {
    what: 'The server’s list of the FIDO Alliance does not know this model of key.',
    next: 'Nothing was registered. Take another key. If the model is new, whoever runs the server may have to renew the list.',
  },
  'key-unsafe': {
    what: 'The FIDO Alliance reports this model of key as broken or withdrawn.',
    next: 'Nothing was registered. Take a key of another model.',
  },
}

export const attestationFailuresFr: typeof attestationFailuresEn = {
  'no-metadata': {
    what: "Votre organisation demande d'où vient une clé, et le serveur n'a rien pour le vérifier.",
    next: "Rien n'a été enregistré, et personne ne peut enregistrer de clé d'ici là. Prévenez qui gère le serveur : il lui faut le fichier de métadonnées de l'Alliance FIDO. Les clés déjà enregistrées continuent de fonctionner.",
  },
  'attestation-missing': {
    what: "Votre organisation demande d'où vient une clé, et celle-ci est venue sans la parole de son fabricant.",
    next: "Rien n'a été enregistré. Réessayez, et acceptez quand le navigateur le demande. S'il ne demande rien, votre invitation est plus ancienne que la règle : demandez-en une autre. Certaines clés n'ont pas la parole de leur fabricant : prenez-en alors une autre.",
  },
  'bad-attestation': {
    what: "Ce qui devait prouver d'où vient cette clé n'est pas signé par le fabricant qu'elle nomme.",
    next: "Rien n'a été enregistré. Prenez une autre clé, et montrez celle-ci à qui les achète.",
  },
  'key-not-allowed': {
    what: "Votre organisation n'autorise pas ce modèle de clé.",
    next: "Rien n'a été enregistré. Prenez une clé d'un modèle autorisé : un propriétaire sait lesquels.",
  },
  'key-unknown': {
    what: "La liste de l'Alliance FIDO qu'a le serveur ne connaît pas ce modèle de clé.",
    next: "Rien n'a été enregistré. Prenez une autre clé. Si le modèle est récent, la liste est peut-être à renouveler sur le serveur.",
  },
  'key-unsafe': {
    what: "L'Alliance FIDO signale que ce modèle de clé est cassé ou retiré.",
    next: "Rien n'a été enregistré. Prenez une clé d'un autre modèle.",
  },
}
