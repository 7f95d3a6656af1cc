import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  title: 'Password health',
  begin: 'Check passwords',
  again: 'Check again',
  stop: 'Stop',
  firstTitle: 'How good are the passwords here?',
  firstHint:
    'This desk opens the passwords that you may read, compares them, and lists those that are weak, used twice or old. Nothing of it leaves the desk or is kept.',
  running: 'Checking the passwords',
  progress: (done: number, total: number) => `${count(done, '#', '#')} of ${count(total, '# login', '# logins')}`,
  checkedMany: (n: number) => `${count(n, '# login', '# logins')} checked`,
  changed: (n: number) =>
    `${count(n, '# of them has', '# of them have')} changed since and ${n === 1 ? 'is' : 'are'} no longer listed.`,
  kinds: {
    reused: 'Used for more than one login',
    weak: 'Weak',
    old: 'Old',
    double: 'Same site and username twice',
  },
  means: {
    reused: 'Whoever learns one opens the others too. Give each login a password of its own.',
    weak: 'Shorter than 12 characters, a common word or run of keys, or little more than the name of the login.',
    old: 'Not replaced for so long, as far as Cloison knows: by its last replacement, else by the last change of its login.',
    double: 'Often one login entered twice: when its password changes, one of the two stops working.',
  },
  under: {
    reused: 'one found out opens the others',
    weak: 'short, common, or like their name',
    old: 'not replaced for long',
    double: 'perhaps entered twice',
  },
  none: {
    reused: 'No password is used twice',
    weak: 'No weak password was found',
    old: 'No password is that old',
    double: 'No login is there twice',
  },
  noneHint: 'Of those that were checked.',
  why: { common: 'common', 'like-name': 'like its name', short: 'short' },
  group: (others: number) => count(others, 'with # other', 'with # others'),
  since: (day: string) => `since ${day}`,
  oldFrom: 'Old after',
  days: (n: number) => (n === 365 ? '1 year' : `${String(n)} days`),
  unread: {
    title: 'Not checked',
    witnessed: (n: number) =>
      `${count(n, '# login', '# logins')} in folders that record every use: looking would be one.`,
    fillOnly: (n: number) => `${count(n, '# login', '# logins')} that you may fill and not read.`,
    refused: (n: number) => `${count(n, '# login', '# logins')} that did not open here.`,
  },
  limits:
    'Leaked passwords are looked up nowhere, since that would send something of them away. Unused logins are not known: a fill is recorded nowhere, except in folders that record every use.',
  nothingTitle: 'No password to check',
  nothingHint: 'You may read no login here. Whoever may read them can check them.',
  pickTitle: 'Choose a list',
  pickHint: 'Each leads to its logins, and each login to where its password is changed.',
  filter: 'Filter these logins',
  reusedMark: 'Used twice',
  doubleMark: 'Twice here',
  reusedMarkHint: 'By the last check, another login has the same password.',
  doubleMarkHint: 'By the last check, another login is for the same site with the same username.',
}

const fr: Words<typeof en> = {
  title: 'Santé des mots de passe',
  begin: 'Vérifier les mots de passe',
  again: 'Relancer',
  stop: 'Arrêter',
  firstTitle: 'Que valent les mots de passe ici ?',
  firstHint:
    "Ce poste ouvre les mots de passe que vous pouvez lire, les compare, et liste ceux qui sont faibles, employés deux fois ou anciens. Rien n'en quitte le poste ni n'y est gardé.",
  running: 'Vérification des mots de passe',
  progress: (done, total) => `${compte(done, '# identifiant', '# identifiants')} sur ${compte(total, '#', '#')}`,
  checkedMany: (n) => compte(n, '# identifiant vérifié', '# identifiants vérifiés'),
  changed: (n) =>
    `${compte(n, "# d'entre eux a changé depuis et n'est plus listé", "# d'entre eux ont changé depuis et ne sont plus listés")}.`,
  kinds: {
    reused: 'Employés pour plusieurs identifiants',
    weak: 'Faibles',
    old: 'Anciens',
    double: "Même site et même nom d'utilisateur deux fois",
  },
  means: {
    reused: 'Qui en apprend un ouvre aussi les autres. Donnez à chaque identifiant un mot de passe à lui.',
    weak: "Moins de 12 caractères, un mot courant ou une suite de touches, ou guère plus que le nom de l'identifiant.",
    old: "Pas remplacés depuis ce délai, à la connaissance de Cloison : d'après le dernier remplacement, sinon d'après le dernier changement de l'identifiant.",
    double: "Souvent un identifiant saisi deux fois : quand son mot de passe change, l'un des deux ne marche plus.",
  },
  under: {
    reused: 'un seul découvert ouvre les autres',
    weak: 'courts, courants, ou comme leur nom',
    old: 'pas remplacés depuis longtemps',
    double: 'saisis deux fois, peut-être',
  },
  none: {
    reused: "Aucun mot de passe n'est employé deux fois",
    weak: "Aucun mot de passe faible n'a été trouvé",
    old: "Aucun mot de passe n'est si ancien",
    double: "Aucun identifiant n'est là deux fois",
  },
  noneHint: 'Parmi ceux qui ont été vérifiés.',
  why: { common: 'courant', 'like-name': 'comme son nom', short: 'court' },
  group: (others) => compte(others, 'avec # autre', 'avec # autres'),
  since: (day) => `depuis le ${day}`,
  oldFrom: 'Anciens après',
  days: (n) => (n === 365 ? '1 an' : `${String(n)} jours`),
  unread: {
    title: 'Non vérifiés',
    witnessed: (n) =>
      `${compte(n, '# identifiant', '# identifiants')} dans des dossiers qui consignent chaque usage : regarder en serait un.`,
    fillOnly: (n) => `${compte(n, '# identifiant', '# identifiants')} que vous pouvez remplir, mais pas lire.`,
    refused: (n) =>
      `${compte(n, "# identifiant qui ne s'est pas ouvert", '# identifiants qui ne se sont pas ouverts')} ici.`,
  },
  limits:
    "Les fuites ne sont consultées nulle part, car il faudrait pour cela en envoyer quelque chose. Les identifiants inutilisés ne sont pas connus : un remplissage n'est consigné nulle part, sauf dans les dossiers qui consignent chaque usage.",
  nothingTitle: 'Aucun mot de passe à vérifier',
  nothingHint: 'Vous ne pouvez lire aucun identifiant ici. Qui peut les lire peut les vérifier.',
  pickTitle: 'Choisissez une liste',
  pickHint: "Chacune mène à ses identifiants, et chaque identifiant à l'endroit où son mot de passe se change.",
  filter: 'Filtrer ces identifiants',
  reusedMark: 'Employé deux fois',
  doubleMark: 'En double',
  reusedMarkHint: "D'après la dernière vérification, un autre identifiant a le même mot de passe.",
  doubleMarkHint:
    "D'après la dernière vérification, un autre identifiant est pour le même site avec le même nom d'utilisateur.",
}

/** The check of passwords that a desk makes by itself. */
export const healthWords = words(en, fr)

/** What a person is told whose check cannot go on. */
export const healthFailuresEn = {
  'health-over': {
    what: 'This check has ended, because another was begun or the browser restarted it.',
    next: 'Nothing changed. Check again.',
  },
}

export const healthFailuresFr: typeof healthFailuresEn = {
  'health-over': {
    what: "Cette vérification a pris fin, parce qu'une autre a commencé ou que le navigateur l'a relancée.",
    next: "Rien n'a changé. Vérifiez à nouveau.",
  },
}
