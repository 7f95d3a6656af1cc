import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  waiting: 'Waiting',
  nothingTitle: 'Nothing waits',
  nothingHint: 'What takes a second owner, and what others can only do after you, is listed here for everybody.',
  pickTitle: 'Choose what waits',
  pickHint: 'Who asked for it, until when, and what you can do about it is shown here.',
  overTitle: 'This no longer waits',
  overHint: 'It was done, taken back, or has expired. The lists show how things are now.',

  decided: {
    approved: { title: 'Approved: it is done', hint: 'You signed as the second owner, and it counts from now on.' },
    withdrawn: { title: 'Taken off the table', hint: 'It no longer waits, and nothing has changed.' },
  },

  forOwner: 'Takes a second owner',
  forYou: 'For you to decide',
  toPutBack: 'To put back',
  noManager: 'Nobody manages it',

  somebody: 'somebody',
  someOwner: 'an owner',
  someFolder: 'a folder that you do not see',
  addOwner: (who: string) => `${who} is let in as an owner`,
  removeOwner: (who: string) => `${who}, an owner, is removed from the organisation`,
  setRole: (who: string, to: string, from: string) => `${who} becomes ${to} instead of ${from}`,
  aRole: { owner: 'an owner', admin: 'an admin', auditor: 'an auditor', member: 'a member' },
  setPolicy: 'The policy becomes weaker',
  adopt: (folder: string, by: string) => `${by} takes over ${folder}, which nobody manages`,
  reopen: (folder: string) => `${folder} is reopened: it is written, granted and filled again`,
  anchor: (folder: string) => `The record of ${folder} goes on from where it stands on the proposer's desk`,

  proposedBy: (who: string, when: string) => `by ${who}, ${when}`,
  proposedOn: (who: string, day: string, clock: string, until: string) =>
    `${who} proposed this on ${day} at ${clock}. It waits for a second owner until ${until}, and nothing has changed yet.`,
  mine: 'Another owner approves it on their own desk. You can take it back until then.',
  look: 'This takes two owners: one proposes, another approves. You see it so that nothing of the kind happens unseen.',
  decide: 'Your signature makes it happen. Ask the other owner first if you did not expect this.',
  approve: 'Approve',
  withdraw: 'Take back',
  turnDown: 'Turn down',

  signAndAsk: 'Sign and ask a second owner',
  takesTwo: 'This takes two owners: signed by you, it changes nothing until another owner has approved it.',
  proposedTitle: 'Signed, and it waits',
  waitsUntil: (day: string) => `It waits for a second owner until ${day}. Nothing has changed yet.`,
  waitsWhere: 'The other owners find it under “Waiting”, and so do you.',
  showWaiting: 'Show what waits',

  threeTitle: (n: number) => count(n, 'You are # owner: make it three', 'You are # owners: make it three'),
  threeHint: 'When one of three loses their keys, the other two still decide what takes two.',
  twoOwnersTrap:
    'With two owners, what one decides alone today will take both. If either loses their only key, nobody can let them back in or decide it again. Register two keys each first, or go on to three owners.',

  returnedTitle: (who: string) => `${who} has new keys`,
  returnedHint:
    'The old keys are removed, and with them what was granted to them. This is what you manage of it; other managers see theirs.',
  putBack: 'Put back',
  putBackWhat: (what: string) => `Put back: ${what}`,
  putAllBack: (n: number) => count(n, 'Put # back', 'Put all # back'),
  puttingBack: (done: number, all: number) => `${String(done)} of ${String(all)} put back`,

  orphanUnnamed: 'A folder whose name you cannot open',
  orphanHint:
    'Its last manager has left: nobody can grant it, and nobody renews its keys. Two owners give it to an owner, who then appoints a manager.',
  adopter: 'Who takes it over',

  policy: 'Policy',
  policyHint: 'One owner makes it stricter; to make it weaker takes two. Everybody can read it.',
  policyTitle: 'What the organisation asks',
  shiftHours: 'Key alone after an unlock',
  shiftHint:
    'After an unlock with the PIN, the key alone unlocks that desk again for so long. Fewer hours are stricter.',
  hours: (n: number) => (n === 0 ? 'Never: the PIN every time' : count(n, '# hour', '# hours')),
  keepDays: 'Days that a desk keeps sealed data',
  keepHint:
    'A desk drops what it keeps of a member who has not unlocked there for so long, 1 to 90. Fewer days are stricter.',
  keepWrong: 'Type a number of days from 1 to 90.',
  days: (n: number) => count(n, '# day', '# days'),
  twoKeys: 'Two keys each',
  twoKeysHint:
    'Nobody reaches anything before they have registered two security keys, so that one may be lost. Whoever has one registers the second at once. Two are stricter.',
  keysEach: 'Security keys each',
  oneKey: 'One',
  bothKeys: 'Two',
  unchanged: 'Nothing is changed yet.',
  stricter: 'Stricter: your signature is enough.',
  weaker: 'Weaker: it takes a second owner.',
  weakerAlone: 'Weaker. You are the only owner, so your signature is enough.',
  policyWaits: 'A change waits for a second owner',
  reviewPolicy: 'Review the change',
  changes: {
    shift: (to: string, from: string) => `Key alone after an unlock: ${to} (until now: ${from})`,
    keep: (to: string, from: string) => `Sealed data kept on desks: ${to} (until now: ${from})`,
    keys: (to: string, from: string) => `Security keys each: ${to} (until now: ${from})`,
    never: 'never',
    one: 'one',
    two: 'two',
  },
}

const fr: Words<typeof en> = {
  waiting: 'En attente',
  nothingTitle: "Rien n'attend",
  nothingHint:
    "Ce qui demande un second propriétaire, et ce que d'autres ne peuvent faire qu'après vous, paraît ici pour tous.",
  pickTitle: 'Choisissez ce qui attend',
  pickHint: "Qui l'a demandé, jusqu'à quand, et ce que vous pouvez faire est montré ici.",
  overTitle: "Cela n'attend plus",
  overHint: "C'est fait, retiré ou expiré. Les listes montrent l'état présent.",

  decided: {
    approved: {
      title: "Approuvé : c'est fait",
      hint: 'Vous avez signé en second propriétaire ; cela vaut dès maintenant.',
    },
    withdrawn: { title: 'Retiré', hint: "Cela n'attend plus, et rien n'a changé." },
  },

  forOwner: 'Demande un second propriétaire',
  forYou: 'À vous de décider',
  toPutBack: 'À remettre',
  noManager: 'Sans responsable',

  somebody: "quelqu'un",
  someOwner: 'un propriétaire',
  someFolder: 'un dossier que vous ne voyez pas',
  addOwner: (who) => `${who} entre comme propriétaire`,
  removeOwner: (who) => `${who}, propriétaire, est retiré de l'organisation`,
  setRole: (who, to, from) => `${who} devient ${to} au lieu de ${from}`,
  aRole: { owner: 'propriétaire', admin: 'administrateur', auditor: 'auditeur', member: 'membre' },
  setPolicy: 'Les règles deviennent moins strictes',
  adopt: (folder, by) => `${by} reprend ${folder}, que personne ne gère`,
  reopen: (folder) => `${folder} est rouvert : on y écrit, accorde et remplit de nouveau`,
  anchor: (folder) => `L'historique de ${folder} reprend d'où il en est sur le poste de qui le propose`,

  proposedBy: (who, when) => `par ${who}, ${when}`,
  proposedOn: (who, day, clock, until) =>
    `Proposé par ${who} le ${day} à ${clock}. Cela attend un second propriétaire jusqu'au ${until} ; rien n'a encore changé.`,
  mine: "Un autre propriétaire l'approuve sur son propre poste. D'ici là, vous pouvez le retirer.",
  look: "Il y faut deux propriétaires : l'un propose, un autre approuve. Vous le voyez afin que rien de tel ne se fasse à l'insu de tous.",
  decide: "Votre signature le fera. Si vous ne vous y attendiez pas, demandez d'abord à l'autre propriétaire.",
  approve: 'Approuver',
  withdraw: 'Retirer',
  turnDown: 'Refuser',

  signAndAsk: 'Signer et proposer',
  takesTwo:
    "Il y faut deux propriétaires : avec votre signature, rien ne change tant qu'un autre propriétaire n'a pas approuvé.",
  proposedTitle: 'Signé, et en attente',
  waitsUntil: (day) => `Cela attend un second propriétaire jusqu'au ${day}. Rien n'a encore changé.`,
  waitsWhere: 'Les autres propriétaires le trouvent sous « En attente », et vous aussi.',
  showWaiting: 'Voir ce qui attend',

  threeTitle: (n) =>
    compte(n, "Vous n'êtes que # propriétaire : soyez trois", "Vous n'êtes que # propriétaires : soyez trois"),
  threeHint: 'Si un sur trois perd ses clés, les deux autres décident encore ce qui en demande deux.',
  twoOwnersTrap:
    "À deux propriétaires, ce que l'un décide seul aujourd'hui demandera les deux. Si l'un perd sa seule clé, plus personne ne peut le réadmettre ni en décider. Enregistrez d'abord deux clés chacun, ou allez jusqu'à trois propriétaires.",

  returnedTitle: (who) => `${who} a de nouvelles clés`,
  returnedHint:
    "Les anciennes clés sont retirées, avec ce qui leur était donné. Voici ce que vous en gérez ; les autres responsables voient ce qu'ils gèrent.",
  putBack: 'Remettre',
  putBackWhat: (what) => `Remettre : ${what}`,
  putAllBack: (n) => compte(n, 'Remettre', 'Remettre les #'),
  puttingBack: (done, all) => `${String(done)} sur ${String(all)} : remis`,

  orphanUnnamed: 'Un dossier dont vous ne pouvez ouvrir le nom',
  orphanHint:
    "Son dernier responsable est parti : personne ne peut en donner l'accès ni en renouveler les clés. Deux propriétaires le confient à l'un d'eux, qui nomme ensuite un responsable.",
  adopter: 'Qui le reprend',

  policy: 'Règles',
  policyHint: 'Un seul propriétaire les durcit ; pour les assouplir, il en faut deux. Chacun peut les lire.',
  policyTitle: "Ce que demande l'organisation",
  shiftHours: 'Clé seule après un déverrouillage',
  shiftHint:
    "Après un déverrouillage avec le PIN, la clé seule rouvre ce poste pendant cette durée. Moins d'heures, c'est plus strict.",
  hours: (n) => (n === 0 ? 'Jamais : le PIN à chaque fois' : compte(n, '# heure', '# heures')),
  keepDays: 'Jours pendant lesquels un poste garde des données scellées',
  keepHint:
    "Un poste efface ce qu'il garde d'un membre qui ne s'y est pas déverrouillé depuis ce délai, de 1 à 90. Moins de jours, c'est plus strict.",
  keepWrong: 'Saisissez un nombre de jours de 1 à 90.',
  days: (n) => compte(n, '# jour', '# jours'),
  twoKeys: 'Deux clés par personne',
  twoKeysHint:
    "Personne n'accède à rien avant d'avoir enregistré deux clés de sécurité, pour pouvoir en perdre une. Qui n'en a qu'une enregistre la seconde aussitôt. Deux, c'est plus strict.",
  keysEach: 'Clés de sécurité par personne',
  oneKey: 'Une',
  bothKeys: 'Deux',
  unchanged: "Rien n'est encore modifié.",
  stricter: 'Plus strict : votre signature suffit.',
  weaker: 'Moins strict : il faut un second propriétaire.',
  weakerAlone: 'Moins strict. Vous êtes seul propriétaire : votre signature suffit.',
  policyWaits: 'Un changement attend un second propriétaire',
  reviewPolicy: 'Vérifier le changement',
  changes: {
    shift: (to, from) => `Clé seule après un déverrouillage : ${to} (jusqu'ici : ${from})`,
    keep: (to, from) => `Données scellées gardées sur un poste : ${to} (jusqu'ici : ${from})`,
    keys: (to, from) => `Clés de sécurité par personne : ${to} (jusqu'ici : ${from})`,
    never: 'jamais',
    one: 'une',
    two: 'deux',
  },
}

/** What waits, what takes two owners, and the policy. */
export const ownerWords = words(en, fr)
