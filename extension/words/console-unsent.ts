import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  title: 'Not sent yet',
  count: (n: number) => count(n, '# change not sent', '# changes not sent'),
  mark: { waiting: 'Not sent yet', choose: 'Needs your choice', refused: 'Not sent' },
  does: { create: 'New login', change: 'Changed', delete: 'To be deleted' },
  sendNow: 'Send now',
  sending: 'Sending',
  stillWaiting: 'The server still cannot be reached. Nothing is lost.',
  allSent: 'Everything is sent',
  emptyTitle: 'Everything is sent',
  emptyHint: 'What you change while the server is away is kept here, sealed, and sent by itself.',
  pickTitle: 'Choose a change',
  pickHint: 'You see what it holds and what it waits for.',

  keptHere: 'Kept on this desk. It is sent when the server is back.',
  keptForKey: 'Kept on this desk. It is sent once the folder has its new key.',
  keptForChoice: 'Kept on this desk, until you choose.',
  deletedHere: 'Deleted here. The others see it when the server is back.',
  savedTogether: 'Saved, together with what others changed meanwhile',

  waitingTitle: 'This change is not sent yet',
  away: 'The server cannot be reached. The change is sealed on this desk, and goes by itself when the server is back.',
  stale:
    'The folder needs a new key first. The change is sealed on this desk, and goes by itself once a manager’s client has renewed the key.',
  unverified:
    'The server’s data for this folder is not what its members signed. The change stays sealed on this desk, and is not sent to a folder that is refused.',
  trying: 'The server did not take it. The change is sealed on this desk, and Cloison keeps trying.',
  refusedTitle: 'This change cannot be sent',
  refused:
    'Your level on this folder no longer allows changes. Nobody else has seen it. Copy what you need, then discard it; should you be allowed again, it goes by itself.',
  refusedClosed:
    'The folder was closed meanwhile, and takes no changes. Nobody else has seen yours. Copy what you need, then discard it; should the folder open again, it goes by itself.',
  chooseTitle: (who: string) => `${who} changed this login at the same time`,
  chooseTitleSomebody: 'Somebody changed this login at the same time',
  chooseNext: 'Your change is kept on this desk. Compare both, and choose.',
  theirsStands: 'What stands below is theirs. Yours is kept on this desk, until you choose.',
  choose: 'Compare and choose',

  changes: 'What you changed',
  deletes: 'This login is deleted once the change is sent.',
  took: 'removed',
  keepLogin: 'Do not delete it',
  discard: 'Discard',
  discarding: 'Discarding',
  discardTitle: (name: string) => `Discard your change to ${name}?`,
  discardHint: 'What you changed here is lost. The version that everybody has stays as it is.',
  discardNewTitle: (name: string) => `Discard the new login ${name}?`,
  discardNewHint: 'It was never sent, and nobody else has it. All that you typed in it is lost.',
  discarded: 'Discarded',

  both: (who: string) => `${who} and you changed the same fields. Nothing is lost: choose for each, then save.`,
  bothSomebody: 'Somebody and you changed the same fields. Nothing is lost: choose for each, then save.',
  together: 'Put together by itself, since only one of you changed it:',
  fromMine: (field: string) => `${field} (yours)`,
  fromTheirs: (field: string) => `${field} (theirs)`,
  later: 'Decide later',
  chooseEach: 'Choose yours or theirs for each of them first.',
  movedOn: 'This login was changed once more meanwhile. These are the newest versions.',
  deleteThough: 'Delete it all the same',
  theyChanged: (who: string) => `${who} changed this login after you deleted it here. It is not deleted yet.`,
  theyChangedSomebody: 'Somebody changed this login after you deleted it here. It is not deleted yet.',
  theyChangedTitle: 'Changed meanwhile',

  dropped: (n: number) => count(n, '# change of yours was dropped', '# changes of yours were dropped'),
  droppedNext: 'Your access to their folder ended before they were sent. Nobody else has seen them.',
  read: 'Understood',
}

const fr: Words<typeof en> = {
  title: 'Pas encore envoyé',
  count: (n) => compte(n, '# changement non envoyé', '# changements non envoyés'),
  mark: { waiting: 'Pas encore envoyé', choose: 'Attend votre choix', refused: 'Non envoyé' },
  does: { create: 'Nouvel identifiant', change: 'Modifié', delete: 'À supprimer' },
  sendNow: 'Envoyer maintenant',
  sending: 'Envoi',
  stillWaiting: "Le serveur est toujours injoignable. Rien n'est perdu.",
  allSent: 'Tout est envoyé',
  emptyTitle: 'Tout est envoyé',
  emptyHint: "Ce que vous modifiez en l'absence du serveur est gardé ici, scellé, puis part tout seul.",
  pickTitle: 'Choisissez un changement',
  pickHint: "Vous verrez ce qu'il contient et ce qu'il attend.",

  keptHere: "Gardé sur ce poste. L'envoi se fera au retour du serveur.",
  keptForKey: "Gardé sur ce poste. L'envoi se fera quand le dossier aura sa nouvelle clé.",
  keptForChoice: 'Gardé sur ce poste, en attendant votre choix.',
  deletedHere: 'Supprimé ici. Les autres le verront au retour du serveur.',
  savedTogether: 'Enregistré, avec ce que les autres ont modifié entre-temps',

  waitingTitle: "Ce changement n'est pas encore envoyé",
  away: 'Le serveur est injoignable. Le changement est scellé sur ce poste et partira seul au retour du serveur.',
  stale:
    "Le dossier attend d'abord une nouvelle clé. Le changement est scellé sur ce poste et partira seul dès qu'un responsable l'aura renouvelée.",
  unverified:
    "Les données du serveur pour ce dossier ne sont pas celles que ses membres ont signées. Le changement reste scellé sur ce poste : rien n'est envoyé à un dossier refusé.",
  trying: "Le serveur ne l'a pas pris. Le changement est scellé sur ce poste, et Cloison réessaie.",
  refusedTitle: 'Ce changement ne peut pas être envoyé',
  refused:
    "Votre niveau sur ce dossier ne permet plus de changements. Personne d'autre ne l'a vu. Copiez ce qu'il vous faut, puis abandonnez-le ; si le droit vous revient, il partira seul.",
  refusedClosed:
    "Le dossier a été fermé entre-temps et n'accepte plus de changements. Personne d'autre n'a vu le vôtre. Copiez ce qu'il vous faut, puis abandonnez-le ; si le dossier rouvre, il partira seul.",
  chooseTitle: (who) => `${who} a modifié cet identifiant en même temps`,
  chooseTitleSomebody: "Quelqu'un a modifié cet identifiant en même temps",
  chooseNext: 'Votre changement est gardé sur ce poste. Comparez les deux, puis choisissez.',
  theirsStands: "Voici la version de l'autre. La vôtre est gardée sur ce poste, en attendant votre choix.",
  choose: 'Comparer et choisir',

  changes: 'Ce que vous avez modifié',
  deletes: "L'identifiant sera supprimé à l'envoi du changement.",
  took: 'retiré',
  keepLogin: 'Ne pas le supprimer',
  discard: 'Abandonner',
  discarding: 'Abandon',
  discardTitle: (name) => `Abandonner votre changement sur ${name} ?`,
  discardHint: 'Ce que vous avez modifié ici sera perdu. La version commune reste telle quelle.',
  discardNewTitle: (name) => `Abandonner le nouvel identifiant ${name} ?`,
  discardNewHint: "Il n'a jamais été envoyé et personne d'autre ne l'a. Tout ce que vous y avez saisi sera perdu.",
  discarded: 'Changement abandonné',

  both: (who) =>
    `${who} et vous avez modifié les mêmes champs. Rien n'est perdu : choisissez pour chacun, puis enregistrez.`,
  bothSomebody:
    "Quelqu'un et vous avez modifié les mêmes champs. Rien n'est perdu : choisissez pour chacun, puis enregistrez.",
  together: "Réuni sans question, car un seul de vous deux l'a modifié :",
  fromMine: (field) => `${field} (de vous)`,
  fromTheirs: (field) => `${field} (de l'autre)`,
  later: 'Décider plus tard',
  chooseEach: "Choisissez d'abord votre version ou l'autre pour chacun.",
  movedOn: 'Cet identifiant a encore été modifié entre-temps. Voici les dernières versions.',
  deleteThough: 'Le supprimer quand même',
  theyChanged: (who) => `${who} a modifié cet identifiant après votre suppression ici. Il n'est pas encore supprimé.`,
  theyChangedSomebody: "Quelqu'un a modifié cet identifiant après votre suppression ici. Il n'est pas encore supprimé.",
  theyChangedTitle: 'Modifié entre-temps',

  dropped: (n) => compte(n, '# de vos changements a été effacé', '# de vos changements ont été effacés'),
  droppedNext: "Votre accès au dossier a pris fin avant l'envoi. Personne d'autre ne les a vus.",
  read: 'Compris',
}

/** Edits that wait on this desk: what they hold, what they wait for, and what they ask. */
export const unsentWords = words(en, fr)
