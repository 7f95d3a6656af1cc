import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  title: 'Deleted logins',
  titleIn: (folder: string) => `Deleted in ${folder}`,
  deleteHint:
    'It disappears from every desk that has access to the folder. For 30 days you can bring it back from “Deleted logins”.',
  deleteHintAsk:
    'It disappears from every desk that has access to the folder. For 30 days a manager of the folder can bring it back.',
  howTitle: 'How a deleted login comes back',
  how: 'Whoever manages its folder can bring it back for 30 days, as it was, for everybody who has access. Then the server destroys it.',
  onlyManagers: 'Only managers of a folder see what was deleted in it',
  askManager: 'Ask a manager of the folder: for 30 days they can bring a login back as it was.',
  emptyTitle: 'Nothing was deleted in the last 30 days',
  filter: 'Filter deleted logins',
  by: (who: string, when: string) => `deleted ${when} by ${who}`,
  at: (when: string) => `deleted ${when}`,
  left: (days: number) => (days < 1 ? 'last day' : count(days, '# day left', '# days left')),
  unnamed: 'A login whose name the server did not give back',
  bringBack: 'Bring back',
  bringBackOne: (name: string) => `Bring ${name} back`,
  broughtBack: 'Brought back, as it was',
  open: 'Open it',
}

const fr: Words<typeof en> = {
  title: 'Identifiants supprimés',
  titleIn: (folder) => `Supprimés de ${folder}`,
  deleteHint:
    'Il disparaîtra de tous les postes qui ont accès au dossier. Pendant 30 jours, vous pourrez le rétablir depuis « Identifiants supprimés ».',
  deleteHintAsk:
    'Il disparaîtra de tous les postes qui ont accès au dossier. Pendant 30 jours, un responsable du dossier pourra le rétablir.',
  howTitle: 'Comment un identifiant supprimé revient',
  how: "Qui gère son dossier peut le rétablir pendant 30 jours, tel qu'il était, pour tous ceux qui y ont accès. Ensuite le serveur le détruit.",
  onlyManagers: 'Seuls les responsables d’un dossier voient ce qui en a été supprimé',
  askManager:
    "Demandez à un responsable du dossier : pendant 30 jours, il peut rétablir un identifiant tel qu'il était.",
  emptyTitle: "Rien n'a été supprimé ces 30 derniers jours",
  filter: 'Filtrer les identifiants supprimés',
  by: (who, when) => `supprimé ${when} par ${who}`,
  at: (when) => `supprimé ${when}`,
  left: (days) => (days < 1 ? 'dernier jour' : compte(days, 'encore # jour', 'encore # jours')),
  unnamed: "Un identifiant dont le serveur n'a pas rendu le nom",
  bringBack: 'Rétablir',
  bringBackOne: (name) => `Rétablir ${name}`,
  broughtBack: "Rétabli, tel qu'il était",
  open: "L'ouvrir",
}

/** Logins that were deleted, and how they come back. */
export const deletedWords = words(en, fr)
