import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  personal: 'Personal',
  yours: 'Yours alone',
  yoursHint: 'Nobody else reaches it: it cannot be shared, and owners do not see what is in it.',
  create: 'Make my personal folder',
  creating: 'Making it',
  nameHint: 'For logins of your own at work. Nobody else reaches it, not even its name.',
  agree: 'Owners may give it back to me if I lose my keys',
  agreeHint: (owners: number) =>
    `Its key is split among ${String(owners)} owners. Any two of them, acting together, can hand it to new keys of yours; one alone can do nothing. Without this, it is lost with your last key.`,
  noRecovery: 'If you lose every key of yours, it is lost: nobody can give it back.',
  offeredTitle: 'If you lose your keys, this folder is lost',
  offeredHint: (owners: number) =>
    `Your organisation now lets owners give it back: its key is split among ${String(owners)} of them, and any two together can hand it to new keys of yours. It is yours to decide.`,
  allow: 'Let two owners give it back',
  allowed: 'Your key is split among the owners',
  splitAmong: (owners: number) =>
    `If you lose your keys, two of ${String(owners)} owners together can give it back to you. One alone can do nothing.`,
  outdated: 'Owners have changed: this desk splits the key anew by itself.',

  atJoining: 'If you lose your keys one day, two owners together can give your personal folder back to you.',

  policy: 'Recovery of personal folders',
  policyHint:
    'Two owners, acting together, can hand the personal folder of somebody who lost every key to that person’s new keys. Each person agrees for their own folder. Without is stricter.',
  policyNeedsTwo: 'It takes two owners to allow this, and three to be of use to owners too. Make a second owner first.',
  on: 'Two owners together',
  off: 'Nobody: lost with its last key',
  changed: (to: string, from: string) => `Recovery of personal folders: ${to} (until now: ${from})`,

  waitTitle: (who: string) => `The personal folder of ${who}`,
  waitState: 'To give back',
  waitHint: (who: string) =>
    `${who} lost the old keys and has new ones. Two owners can give the personal folder back: each owner's desk passes on a share of its key, and only ${who} puts two together.`,
  waitFirst: (who: string) =>
    `Make sure that it is ${who} who asks, in person or by phone: whoever holds the new keys will read what is in it.`,
  review: 'Review and propose',
  title: (who: string) => `Give ${who} the personal folder back`,
  truth: (who: string) => `${who} gets the personal folder of the old keys back, under the new ones`,
  truthKeys: 'No owner can open it alone, before or after; two shares of its key go to that person only.',
  personalKept: (n: number) =>
    count(
      n,
      'A personal folder goes with its person. Two owners can give it back to new keys of theirs.',
      '# personal folders go with their persons. Two owners can give each back to new keys of its person.',
    ),
  personalLost: (n: number) =>
    count(
      n,
      'A personal folder is lost for good: nobody can give it back.',
      '# personal folders are lost for good: nobody can give them back.',
    ),
  truthRekey: 'Its key is renewed as soon as that person’s desk has opened it.',
}

const fr: Words<typeof en> = {
  personal: 'Personnel',
  yours: 'À vous seul',
  yoursHint: "Personne d'autre n'y accède : il ne se partage pas, et les propriétaires n'en voient pas le contenu.",
  create: 'Créer mon dossier personnel',
  creating: 'Création',
  nameHint: "Pour vos propres identifiants de travail. Personne d'autre n'y accède, ni même à son nom.",
  agree: 'Les propriétaires peuvent me le rendre si je perds mes clés',
  agreeHint: (owners) =>
    `Sa clé est partagée entre ${String(owners)} propriétaires. Deux d'entre eux, ensemble, peuvent la remettre à vos nouvelles clés ; un seul n'y peut rien. Sans cela, il est perdu avec votre dernière clé.`,
  noRecovery: 'Si vous perdez toutes vos clés, il est perdu : personne ne peut le rendre.',
  offeredTitle: 'Si vous perdez vos clés, ce dossier est perdu',
  offeredHint: (owners) =>
    `Votre organisation permet désormais aux propriétaires de le rendre : sa clé est partagée entre ${String(owners)} d'entre eux, et deux ensemble peuvent la remettre à vos nouvelles clés. À vous d'en décider.`,
  allow: 'Laisser deux propriétaires le rendre',
  allowed: 'Votre clé est partagée entre les propriétaires',
  splitAmong: (owners) =>
    `Si vous perdez vos clés, deux des ${String(owners)} propriétaires, ensemble, peuvent vous le rendre. Un seul n'y peut rien.`,
  outdated: 'Les propriétaires ont changé : ce poste partage de nouveau la clé, sans vous.',

  atJoining:
    'Si vous perdez un jour vos clés, deux propriétaires, ensemble, peuvent vous rendre votre dossier personnel.',

  policy: 'Récupération des dossiers personnels',
  policyHint:
    "Deux propriétaires, ensemble, peuvent remettre le dossier personnel de qui a perdu toutes ses clés à ses nouvelles clés. Chacun y consent pour son dossier. Sans, c'est plus strict.",
  policyNeedsTwo:
    "Il faut deux propriétaires pour le permettre, et trois pour que des propriétaires en profitent aussi. Nommez d'abord un second propriétaire.",
  on: 'Deux propriétaires ensemble',
  off: 'Personne : perdu avec la dernière clé',
  changed: (to, from) => `Récupération des dossiers personnels : ${to} (jusqu'ici : ${from})`,

  waitTitle: (who) => `Le dossier personnel de ${who}`,
  waitState: 'À rendre',
  waitHint: (who) =>
    `${who} a perdu les anciennes clés et en a de nouvelles. Deux propriétaires peuvent rendre le dossier personnel : le poste de chacun transmet une part de la clé, et seul le poste de ${who} en réunit deux.`,
  waitFirst: (who) =>
    `Assurez-vous que c'est bien ${who} qui le demande, de vive voix : qui détient les nouvelles clés lira ce qu'il contient.`,
  review: 'Vérifier et proposer',
  title: (who) => `Rendre son dossier personnel à ${who}`,
  truth: (who) => `${who} retrouve le dossier personnel des anciennes clés, sous les nouvelles`,
  truthKeys:
    "Aucun propriétaire ne peut l'ouvrir seul, ni avant ni après ; deux parts de la clé vont à cette seule personne.",
  personalKept: (n) =>
    compte(
      n,
      'Un dossier personnel part avec son titulaire. Deux propriétaires peuvent le rendre à ses nouvelles clés.',
      '# dossiers personnels partent avec leurs titulaires. Deux propriétaires peuvent les rendre à leurs nouvelles clés.',
    ),
  personalLost: (n) =>
    compte(
      n,
      'Un dossier personnel est perdu pour de bon : personne ne peut le rendre.',
      '# dossiers personnels sont perdus pour de bon : personne ne peut les rendre.',
    ),
  truthRekey: "Sa clé est renouvelée dès que le poste de cette personne l'a ouvert.",
}

/** Personal folders, and how two owners together give one back to its person. */
export const recoveryWords = words(en, fr)
