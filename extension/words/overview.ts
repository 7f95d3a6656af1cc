import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  title: 'Overview',
  groups: { mine: 'Waits for you', soon: 'Ends soon, in the folders that you manage', look: 'Worth a look' },
  calmTitle: 'Nothing waits for you',
  calmHint: 'What you can decide, change or renew is counted here as soon as there is something.',
  scope: 'Counted on this desk, from what you see. What you cannot see is in no count.',
  pickTitle: 'Each count leads to its list',
  pickHint: 'Choose one: the list names what was counted, and each row leads to where you act on it.',

  requests: (n: number) => count(n, 'person asks to be let in', 'people ask to be let in'),
  decisions: (n: number) => count(n, 'decision waits for you', 'decisions wait for you'),
  orphans: (n: number) => count(n, 'folder has nobody who manages it', 'folders have nobody who manages them'),
  unsettled: (n: number) => count(n, 'edit of yours waits for your choice', 'edits of yours wait for your choice'),
  toChange: (n: number) => count(n, 'password is to be changed', 'passwords are to be changed'),
  toChangeHint: 'Somebody lost access who could use them',
  counting: 'Passwords to change are being counted',
  contracts: (n: number) =>
    count(n, 'contract ends within 30 days, or is over', 'contracts end within 30 days, or are over'),
  grants: (n: number) => count(n, 'grant ends within 30 days', 'grants end within 30 days'),
  renewals: (n: number) => count(n, 'key waits to be renewed', 'keys wait to be renewed'),
  single: (n: number) =>
    count(n, 'folder with logins opens for one person only', 'folders with logins open for one person only'),
  singleHint: 'If that person loses their keys, what is in there is lost',
  oneKey: (n: number) => count(n, 'person has one key only', 'people have one key only'),
  oneKeyHint: 'By the account of the server. Whoever loses that key is let in anew',
  keysUnknown: 'How many people have one key only is not known now: the server did not say.',
  ownKey: 'key is all that you have registered',
  ownKeyHint: 'If it is lost, your way in is lost with it',
  otherOwners: (n: number) => count(n, 'decision waits for others', 'decisions wait for others'),
  invitations: (n: number) => count(n, 'invitation has expired unused', 'invitations have expired unused'),
  unsent: (n: number) => count(n, 'edit of yours is not sent yet', 'edits of yours are not sent yet'),

  lists: {
    contracts: 'Contracts that end, or are over',
    grants: 'Grants that end',
    single: 'Folders that one person alone opens',
  },
  none: 'Nothing is on this list any more',
  over: (when: string) => `Over: ${when}`,
  ends: (when: string) => `Ends ${when}`,
  onlyBy: (who: string) => `Only ${who}`,
}

const fr: Words<typeof en> = {
  title: "Vue d'ensemble",
  groups: { mine: 'Vous attend', soon: 'Échéances des dossiers que vous gérez', look: 'À regarder' },
  calmTitle: 'Rien ne vous attend',
  calmHint: 'Ce que vous pouvez décider, changer ou renouveler est compté ici dès que cela existe.',
  scope: "Compté sur ce poste, d'après ce que vous voyez. Ce que vous ne voyez pas n'est dans aucun nombre.",
  pickTitle: 'Chaque nombre mène à sa liste',
  pickHint: 'Choisissez-en un : la liste nomme ce qui a été compté, et chaque ligne mène là où vous agissez.',

  requests: (n) => compte(n, 'personne demande à entrer', 'personnes demandent à entrer'),
  decisions: (n) => compte(n, 'décision vous attend', 'décisions vous attendent'),
  orphans: (n) => compte(n, "dossier n'a plus de responsable", "dossiers n'ont plus de responsable"),
  unsettled: (n) => compte(n, 'de vos modifications attend votre choix', 'de vos modifications attendent votre choix'),
  toChange: (n) => compte(n, 'mot de passe est à changer', 'mots de passe sont à changer'),
  toChangeHint: "Quelqu'un qui pouvait s'en servir a perdu son accès",
  counting: 'Les mots de passe à changer sont en cours de décompte',
  contracts: (n) =>
    compte(
      n,
      "contrat s'achève d'ici 30 jours, ou est déjà échu",
      "contrats s'achèvent d'ici 30 jours, ou sont déjà échus",
    ),
  grants: (n) => compte(n, "droit s'achève d'ici 30 jours", "droits s'achèvent d'ici 30 jours"),
  renewals: (n) => compte(n, 'clé attend son renouvellement', 'clés attendent leur renouvellement'),
  single: (n) =>
    compte(
      n,
      "dossier d'identifiants ne s'ouvre que pour une personne",
      "dossiers d'identifiants ne s'ouvrent que pour une personne",
    ),
  singleHint: 'Si elle perd ses clés, leur contenu est perdu',
  oneKey: (n) => compte(n, "personne n'a qu'une clé", "personnes n'ont qu'une clé"),
  oneKeyHint: "D'après le serveur. Qui perd cette clé doit être admis à nouveau",
  keysUnknown: "Combien de personnes n'ont qu'une clé n'est pas connu à présent : le serveur ne l'a pas dit.",
  ownKey: 'seule clé est enregistrée à votre nom',
  ownKeyHint: 'Si elle se perd, votre accès se perd avec elle',
  otherOwners: (n) => compte(n, "décision attend quelqu'un d'autre", "décisions attendent quelqu'un d'autre"),
  invitations: (n) => compte(n, 'invitation a expiré sans servir', 'invitations ont expiré sans servir'),
  unsent: (n) =>
    compte(n, "de vos modifications n'est pas encore partie", 'de vos modifications ne sont pas encore parties'),

  lists: {
    contracts: "Contrats qui s'achèvent, ou échus",
    grants: "Droits qui s'achèvent",
    single: "Dossiers qu'une seule personne ouvre",
  },
  none: 'Plus rien ne figure sur cette liste',
  over: (when) => `Échu : ${when}`,
  ends: (when) => `Fin : ${when}`,
  onlyBy: (who) => `Seulement ${who}`,
}

/** The console's first screen for who decides: counts that lead to lists. */
export const overviewWords = words(en, fr)
