import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  seenTitle: 'Somebody saw your PIN and had your key?',
  seenHint:
    'Then a new PIN is not enough: make new keys for yourself. The old ones open nothing that is written afterwards.',
  open: 'Make new keys',

  title: 'Make new keys for yourself',
  when: 'For when somebody may have seen your Cloison PIN and had your key in hand.',
  newKeys:
    'Your secret keys are made anew, under the key in use and a new PIN. The old ones sign and open nothing new.',
  noOther: 'You have no other key. Register a second one afterwards.',
  oneOther: (day: string) => `Your other key, registered on ${day}, is revoked. Register it again afterwards.`,
  others: (n: number) =>
    count(n, 'Your # other key is revoked.', 'Your # other keys are revoked. Register them again afterwards.'),
  desks: 'Your other desks lock. What waits there unsent is lost: send it first.',
  renewed: (what: string) => `Renewed at once, since you manage it: ${what}.`,
  teams: (n: number) => count(n, '# team', '# teams'),
  folders: (n: number) => count(n, '# folder', '# folders'),
  waits: (names: string) => `Waits for its managers to renew it: ${names}. You go on reading and filling there.`,
  andMore: (names: string, n: number) => count(n, `${names} and # more`, `${names} and # more`),
  many: (n: number) => count(n, '# team or folder', '# teams and folders'),
  seen: 'What was seen stays seen: change the passwords that matter at the clients.',

  pinHint: 'Your PIN until now, a new one that nobody knows, then one touch of the key in use.',
  sign: 'Sign with new keys',
  signing: 'The key has answered. Making and signing your new keys.',
  meanwhile: 'Until it is done, your keys and your PIN stay as they are.',
  done: 'Your new keys hold',
  doneHint:
    'Only this key and your new PIN open Cloison now. Register another key, so that losing one costs you nothing.',
  registerAnother: 'Register another key',
  locked: 'Unlock with the key that you want to keep. New keys are made for you after that.',
}

const fr: Words<typeof en> = {
  seenTitle: "Quelqu'un a vu votre PIN et a eu votre clé ?",
  seenHint:
    "Changer de PIN ne suffit alors pas : refaites vos clés secrètes. Les anciennes n'ouvrent rien de ce qui s'écrit ensuite.",
  open: 'Refaire mes clés',

  title: 'Refaire vos clés secrètes',
  when: "Si quelqu'un a pu voir votre PIN Cloison et avoir votre clé en main.",
  newKeys:
    "Vos clés secrètes sont refaites, sous la clé en service et un nouveau PIN. Les anciennes ne signent et n'ouvrent plus rien de nouveau.",
  noOther: "Vous n'avez pas d'autre clé. Enregistrez-en une seconde ensuite.",
  oneOther: (day) => `Votre autre clé, enregistrée le ${day}, est révoquée. Enregistrez-la à nouveau ensuite.`,
  others: (n) =>
    compte(
      n,
      'Votre # autre clé est révoquée.',
      'Vos # autres clés sont révoquées. Enregistrez-les à nouveau ensuite.',
    ),
  desks: "Vos autres postes se verrouillent. Ce qui n'y est pas encore envoyé est perdu : envoyez-le d'abord.",
  renewed: (what) => `Renouvelé aussitôt, car vous le gérez : ${what}.`,
  teams: (n) => compte(n, '# équipe', '# équipes'),
  folders: (n) => compte(n, '# dossier', '# dossiers'),
  waits: (names) => `Attend d'être renouvelé par ses responsables : ${names}. Vous continuez à y lire et remplir.`,
  andMore: (names, n) => compte(n, `${names} et # autre`, `${names} et # autres`),
  many: (n) => compte(n, '# équipe ou dossier', '# équipes et dossiers'),
  seen: 'Ce qui a été vu reste vu : changez chez les clients les mots de passe qui comptent.',

  pinHint: "Votre PIN jusqu'ici, un nouveau que personne ne connaît, puis un contact de la clé en service.",
  sign: 'Signer avec de nouvelles clés',
  signing: 'La clé a répondu. Création et signature de vos nouvelles clés.',
  meanwhile: "Tant que ce n'est pas fait, vos clés et votre PIN restent les mêmes.",
  done: 'Vos nouvelles clés sont en place',
  doneHint:
    "Seuls cette clé et votre nouveau PIN ouvrent désormais Cloison. Enregistrez une autre clé, pour qu'une perte ne vous coûte rien.",
  registerAnother: 'Enregistrer une autre clé',
  locked: 'Déverrouillez avec la clé que vous voulez garder. Vos clés secrètes seront refaites ensuite.',
}

/** New keys of one's own, after a PIN and a key were seen together. */
export const rotationWords = words(en, fr)
