import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  section: 'Keys to renew',
  noneTitle: 'No key waits to be renewed',
  noneHint: 'When somebody leaves, what they could open is listed here until its key is new.',
  unnamedTeam: 'A team out of your sight',
  unnamedFolder: 'A folder out of your sight',
  since: 'Began to wait',
  you: 'This desk renews it as soon as it can.',
  youOr: (names: string) => `This desk renews it as soon as it can, or that of ${names}.`,
  by: (names: string) => `The next unlock of ${names} renews it.`,
  nobody: 'Nobody manages it: two owners can adopt it.',
  others: (n: number) => count(n, '# other person', '# other people'),
  or: 'or',
  moreRows: (n: number) => count(n, '# more waits.', '# more wait.'),
  whyTitle: 'Why a key waits',
  why: 'Somebody who left still holds the newest key. Nothing is written under it: passwords can be read and filled, and changes wait until a manager’s desk has renewed it.',
  whyNext: 'There is nothing to click. A manager who unlocks Cloison renews all that they can.',

  renewing: (done: number, total: number) =>
    `Keys are being renewed: ${String(done)} of ${count(total, '# delivery', '# deliveries')}`,
  renewingNext: 'You can go on working. If this desk closes, the rest is renewed at the next unlock.',
  staleTitle: (n: number) => count(n, '# key waits to be renewed', '# keys wait to be renewed'),
  staleNext: 'Meanwhile everything can be read and filled; what depends on it takes no changes.',
  see: 'See what waits',
  undeliveredTitle: (n: number) => count(n, '# new key could not be delivered', '# new keys could not be delivered'),
  undelivered: (of: string, to: string) => `${to}: the new key of ${of}.`,
  undeliveredNext:
    'The server gave no valid key to seal them to. Everybody else has theirs. If this stays, tell your security team.',
}

const fr: Words<typeof en> = {
  section: 'Clés à renouveler',
  noneTitle: "Aucune clé n'attend",
  noneHint: "Quand quelqu'un part, ce qu'il pouvait ouvrir figure ici jusqu'à ce que la clé soit neuve.",
  unnamedTeam: 'Une équipe que vous ne voyez pas',
  unnamedFolder: 'Un dossier que vous ne voyez pas',
  since: 'Attente commencée',
  you: 'Ce poste la renouvelle dès que possible.',
  youOr: (names) => `Ce poste la renouvelle dès que possible, ou celui de ${names}.`,
  by: (names) => `Le prochain déverrouillage de ${names} la renouvelle.`,
  nobody: "Personne ne le gère : deux propriétaires peuvent l'adopter.",
  others: (n) => compte(n, '# autre personne', '# autres personnes'),
  or: 'ou',
  moreRows: (n) => compte(n, '# autre en attente.', '# autres en attente.'),
  whyTitle: 'Pourquoi une clé attend',
  why: "Quelqu'un qui est parti détient encore la dernière clé. Rien ne s'écrit sous elle : les mots de passe se lisent et se remplissent, les changements attendent que le poste d'un responsable l'ait renouvelée.",
  whyNext: "Il n'y a rien à cliquer. Un responsable qui déverrouille Cloison renouvelle tout ce qu'il peut.",

  renewing: (done, total) => `Renouvellement des clés : ${String(done)} sur ${compte(total, '# remise', '# remises')}`,
  renewingNext: 'Vous pouvez continuer à travailler. Si ce poste se ferme, le reste suit au prochain déverrouillage.',
  staleTitle: (n) => compte(n, '# clé attend son renouvellement', '# clés attendent leur renouvellement'),
  staleNext: "D'ici là, tout se lit et se remplit ; ce qui en dépend n'accepte pas de changement.",
  see: 'Voir ce qui attend',
  undeliveredTitle: (n) =>
    compte(n, "# nouvelle clé n'a pas pu être remise", "# nouvelles clés n'ont pas pu être remises"),
  undelivered: (of, to) => `${to} : la nouvelle clé de ${of}.`,
  undeliveredNext:
    "Le serveur n'a donné aucune clé valable pour les sceller. Tous les autres ont la leur. Si cela dure, prévenez votre équipe sécurité.",
}

/** What waits for a new key, and its renewal. */
export const renewalWords = words(en, fr)
