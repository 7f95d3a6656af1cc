import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  seenBy: (n: number) => count(n, 'seen by # colleague', 'seen by # colleagues'),
  headTitle: 'Where the ledger stands',
  headMeaning:
    'Every change of who may do what is a signed entry of the ledger. This desk has verified all of them, from the first to this one.',
  entry: 'Last entry',
  written: 'Written',
  fingerprint: 'Fingerprint',
  seen: 'Seen by',
  seenNobody: 'No colleague’s receipt for this entry has reached this desk yet.',
  seenOthers: (n: number) => count(n, '# colleague has signed for it, last', '# colleagues have signed for it, last'),
  someone: 'A colleague',
  aheadTitle: (who: string, entry: number) => `${who} has signed for entry ${entry}, later than this one`,
  aheadNext:
    'It may be on its way. If this stays for more than a few minutes, the server keeps news from this desk: tell your security team.',
  compare:
    'A server can keep news from one desk, and no desk alone can tell. Compare with a colleague: at the same entry, the fingerprint is the same.',
  exportLedger: 'Export the ledger',
  exportMeaning:
    'The file holds signed entries, ids and dates; no key, no password, and no name but the organisation’s. Anyone can check it without this server.',

  orgFingerprint: 'Fingerprint of the organisation',
  orgFingerprintFor: 'It never changes. A new desk shows what its server says of itself: the same, or it is not yours.',
  policy: 'For managed browsers',
  policyFor: 'Set this by policy, and a new desk takes no other server, no other organisation and no older ledger.',

  forkedTitle: 'The server shows different members different histories',
  forkedNext:
    'A colleague has signed for another history than this desk’s. What you see is verified and still works; nothing is signed from here any more.',
  seeEvidence: 'See the evidence',
  forkTitle: 'Two histories of one organisation',
  forkMeaning: (entry: number) =>
    `At entry ${entry} of the ledger this desk holds one fingerprint, and a colleague has signed another. An honest server shows everybody the same.`,
  forkMore: (n: number) => count(n, '# more such signature is kept.', '# more such signatures are kept.'),
  own: 'This desk',
  ownOn: 'Verified from the first entry on',
  otherBy: (who: string) => `Signed by ${who}`,
  otherOn: { seen: 'In a receipt', journal: 'In a folder’s journal', ledger: 'In a ledger entry' },
  signedAt: (when: string) => `Signed on ${when}.`,
  foundAt: (when: string) => `Found here on ${when}.`,
  safe: 'What is safe',
  safeNow:
    'Names, logins and access that this desk shows were verified before. Passwords can be filled. No history is ever merged into another.',
  todo: 'What to do',
  todoCall: (who: string) =>
    `Call ${who}, not through this server, and read the two fingerprints to each other at that entry.`,
  todoSave: 'Save the evidence and give it to your security team: both signatures can be checked without the server.',
  todoWait: 'Do not invite, grant or remove anybody until they have answered.',
  saveEvidence: 'Save the evidence',

  restoredTitle: (n: number) =>
    count(n, 'The server lacks # entry that this desk has seen', 'The server lacks # entries that this desk has seen'),
  restoredSince: (when: string) => `The first missing entry is of ${when}.`,
  restoredNext:
    'It holds an older part of the same history, as a restored backup does. All that you see here is complete and still works. Changes can be saved once the server is repaired.',
  restoredAsk: 'Ask an owner to repair it from their console.',
  repair: 'Repair the server',
  repairTitle: 'Repair the server from this desk',
  repairBefore: 'Before',
  repairCheck:
    'Ask whoever runs the server whether a backup was restored. If nobody did, do not repair yet: tell your security team.',
  repairTruths: (n: number) =>
    count(
      n,
      'The server gets # entry of the ledger back, as its author signed it.',
      'The server gets # entries of the ledger back, each as its author signed it.',
    ),
  repairThen: 'What follows by itself',
  repairRest:
    'Names, keys and logins that this desk holds. What only colleagues hold comes from their desks as they unlock.',
  repairGone: 'What does not come back',
  repairLost:
    'Keys and PINs registered since the backup: those people need a new invitation. So do those whose invitation was still open.',
  repairingLedger: (done: number, total: number) => `Giving the ledger back: ${done} of ${total} entries`,
  repairingRest: (done: number, total: number) => `Giving back names, keys and logins: ${done} of ${total}`,
  repairingNext: 'You can go on working. Should it break off, nothing is lost: begin it again.',
  repaired: 'The server holds all that this desk has seen.',

  popupForked: 'The server shows different members different histories. Filling still works; see the console.',
  popupRestored: 'The server lacks entries that this desk has seen. Filling still works; see the console.',

  newHereTitle: 'Not confirmed yet',
  newHereNext:
    'This desk has never opened this organisation. Compare its fingerprint with the one your IT team gave you. Your key knows its own organisation and refuses any other.',
  managed: 'Your organisation’s policy chose this server for this browser.',
}

const fr: Words<typeof en> = {
  seenBy: (n) => compte(n, 'vu par # collègue', 'vu par # collègues'),
  headTitle: 'Où en est le registre',
  headMeaning:
    'Chaque changement des droits de chacun est une entrée signée du registre. Ce poste les a toutes vérifiées, de la première à celle-ci.',
  entry: 'Dernière entrée',
  written: 'Écrite',
  fingerprint: 'Empreinte',
  seen: 'Vue par',
  seenNobody: "Aucun accusé de lecture d'un collègue pour cette entrée n'est encore parvenu à ce poste.",
  seenOthers: (n) =>
    compte(
      n,
      "# collègue a signé l'avoir vue, dernière signature",
      "# collègues ont signé l'avoir vue, dernière signature",
    ),
  someone: 'Un collègue',
  aheadTitle: (who, entry) => `${who} a signé avoir vu l'entrée ${entry}, plus récente que celle-ci`,
  aheadNext:
    "Elle est peut-être en chemin. Si cela dure plus de quelques minutes, le serveur cache des nouvelles à ce poste : prévenez l'équipe sécurité.",
  compare:
    "Un serveur peut cacher des nouvelles à un poste, et aucun poste seul ne peut le voir. Comparez avec un collègue : à la même entrée, l'empreinte est la même.",
  exportLedger: 'Exporter le registre',
  exportMeaning:
    "Le fichier contient des entrées signées, des identifiants techniques et des dates ; aucune clé, aucun mot de passe, aucun nom sauf celui de l'organisation. Chacun peut le vérifier sans ce serveur.",

  orgFingerprint: "Empreinte de l'organisation",
  orgFingerprintFor:
    "Elle ne change jamais. Un nouveau poste montre ce que son serveur dit de lui-même : la même, ou ce n'est pas le vôtre.",
  policy: 'Pour les navigateurs gérés',
  policyFor:
    "Fixez ceci par stratégie, et un nouveau poste n'accepte ni autre serveur, ni autre organisation, ni registre plus ancien.",

  forkedTitle: 'Le serveur montre des historiques différents selon les membres',
  forkedNext:
    "Un collègue a signé un autre historique que celui de ce poste. Ce que vous voyez est vérifié et fonctionne toujours ; plus rien n'est signé d'ici.",
  seeEvidence: 'Voir la preuve',
  forkTitle: 'Deux historiques pour une organisation',
  forkMeaning: (entry) =>
    `À l'entrée ${entry} du registre, ce poste détient une empreinte, et un collègue en a signé une autre. Un serveur honnête montre la même à tous.`,
  forkMore: (n) =>
    compte(n, '# autre signature semblable est conservée.', '# autres signatures semblables sont conservées.'),
  own: 'Ce poste',
  ownOn: 'Vérifié depuis la première entrée',
  otherBy: (who) => `Signée par ${who}`,
  otherOn: {
    seen: 'Dans un accusé de lecture',
    journal: "Dans le journal d'un dossier",
    ledger: 'Dans une entrée du registre',
  },
  signedAt: (when) => `Signée le ${when}.`,
  foundAt: (when) => `Découverte ici le ${when}.`,
  safe: 'Ce qui est sûr',
  safeNow:
    "Les noms, les identifiants et les accès que ce poste montre ont été vérifiés auparavant. Le remplissage fonctionne. Aucun historique n'est jamais mêlé à un autre.",
  todo: 'Que faire',
  todoCall: (who) => `Appelez ${who}, sans passer par ce serveur, et lisez-vous les deux empreintes de cette entrée.`,
  todoSave:
    "Enregistrez la preuve et remettez-la à l'équipe sécurité : les deux signatures se vérifient sans le serveur.",
  todoWait: "N'invitez, n'autorisez et ne retirez personne avant leur réponse.",
  saveEvidence: 'Enregistrer la preuve',

  restoredTitle: (n) =>
    compte(n, 'Il manque au serveur # entrée que ce poste a vue', 'Il manque au serveur # entrées que ce poste a vues'),
  restoredSince: (when) => `La première est du ${when}.`,
  restoredNext:
    "Il détient une partie plus ancienne du même historique, comme après la restauration d'une sauvegarde. Tout ce que vous voyez ici est complet et fonctionne. Les changements pourront être enregistrés une fois le serveur réparé.",
  restoredAsk: 'Demandez à un propriétaire de le réparer depuis sa console.',
  repair: 'Réparer le serveur',
  repairTitle: 'Réparer le serveur depuis ce poste',
  repairBefore: 'Avant',
  repairCheck:
    "Demandez à qui tient le serveur si une sauvegarde a été restaurée. Si personne ne l'a fait, ne réparez pas encore : prévenez l'équipe sécurité.",
  repairTruths: (n) =>
    compte(
      n,
      "Le serveur retrouve # entrée du registre, telle que son auteur l'a signée.",
      "Le serveur retrouve # entrées du registre, chacune telle que son auteur l'a signée.",
    ),
  repairThen: 'Ce qui suit de soi-même',
  repairRest:
    "Les noms, les clés et les identifiants que ce poste détient. Ce que seuls des collègues détiennent vient de leurs postes, à mesure qu'ils déverrouillent.",
  repairGone: 'Ce qui ne revient pas',
  repairLost:
    "Les clés et PIN enregistrés depuis la sauvegarde : ces personnes ont besoin d'une nouvelle invitation. De même celles dont l'invitation était encore ouverte.",
  repairingLedger: (done, total) => `Restitution du registre : ${done} entrées sur ${total}`,
  repairingRest: (done, total) => `Restitution des noms, clés et identifiants : ${done} sur ${total}`,
  repairingNext: "Vous pouvez continuer à travailler. Si cela s'interrompt, rien n'est perdu : recommencez.",
  repaired: 'Le serveur détient tout ce que ce poste a vu.',

  popupForked:
    'Le serveur montre des historiques différents selon les membres. Le remplissage fonctionne ; voyez la console.',
  popupRestored: 'Il manque au serveur des entrées que ce poste a vues. Le remplissage fonctionne ; voyez la console.',

  newHereTitle: 'Pas encore confirmé',
  newHereNext:
    "Ce poste n'a jamais ouvert cette organisation. Comparez son empreinte avec celle que votre équipe informatique vous a donnée. Votre clé connaît sa propre organisation et refuse toute autre.",
  managed: 'La politique de votre organisation a choisi ce serveur pour ce navigateur.',
}

/** What a desk knows of the ledgers that others see: head, receipts, forks, a restored backup, a desk that is new. */
export const witnessWords = words(en, fr)
