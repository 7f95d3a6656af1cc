/** What a person is told of two histories, of a server that lacks entries, and of one that counts what each member asks. */
export const witnessEn = {
  forked: {
    what: 'The server shows different members different histories.',
    next: 'What this desk has verified still works; nothing is signed from it any more. See the evidence in the console, and tell your security team.',
  },
  restored: {
    what: 'The server has lost entries that this desk has seen.',
    next: 'It looks like a restored backup. Everything here still works. Nothing can be signed until an owner repairs the server from the console.',
  },
  'server-other-org': {
    what: 'This server is another organisation’s than this desk knows.',
    next: 'Nothing was sent to it. Your logins are where they were. Tell your IT team, and your security team if nobody changed anything.',
  },
  'managed-server': {
    what: 'Your organisation’s policy chose another server for this browser.',
    next: 'Nothing was sent. Only your IT team can change the server’s address here.',
  },
  'policy-other-org': {
    what: 'This is another organisation than the one that policy names for this browser.',
    next: 'Nothing was opened. Check where the code or the key comes from with your IT team.',
  },
  'policy-head': {
    what: 'The server’s record lacks the entry that your organisation’s policy names.',
    next: 'Cloison opened nothing from it. It may be an older or another history: tell your security team.',
  },
  'bad-policy': {
    what: 'The policy that IT set for Cloison in this browser makes no sense.',
    next: 'Nothing is trusted until it does. Tell your IT team: server, org and ledger are to be as the guide says.',
  },
  'nothing-to-repair': {
    what: 'The server lacks nothing that this desk has seen.',
    next: 'Nothing was sent. If a folder is still refused, a colleague’s desk holds what is missing: it gives it back by itself.',
  },
  'other-journal': {
    what: 'This desk knows the folder’s record to stand elsewhere than the proposal says.',
    next: 'Nothing was approved. Compare desks with who proposed it, and propose it from the one that knows most.',
  },
  'over-quota': {
    what: 'This is more in one hour than the server lets one person do.',
    next: 'Nothing is lost. It counts anew at the full hour: go on then. If this is your everyday work, tell your security team.',
  },
}

export const witnessFr: typeof witnessEn = {
  forked: {
    what: 'Le serveur montre des historiques différents selon les membres.',
    next: "Ce que ce poste a vérifié fonctionne toujours ; plus rien n'y est signé. Voyez la preuve dans la console, et prévenez l'équipe sécurité.",
  },
  restored: {
    what: 'Le serveur a perdu des entrées que ce poste a vues.',
    next: "On dirait une sauvegarde restaurée. Tout fonctionne encore ici. Rien ne peut être signé tant qu'un propriétaire n'a pas réparé le serveur depuis la console.",
  },
  'server-other-org': {
    what: "Ce serveur est celui d'une autre organisation que celle de ce poste.",
    next: "Rien ne lui a été envoyé. Vos identifiants sont là où ils étaient. Prévenez l'informatique, et l'équipe sécurité si personne n'a rien changé.",
  },
  'managed-server': {
    what: 'La politique de votre organisation a choisi un autre serveur pour ce navigateur.',
    next: "Rien n'a été envoyé. Seule votre équipe informatique peut changer ici l'adresse du serveur.",
  },
  'policy-other-org': {
    what: "C'est une autre organisation que celle que la politique nomme pour ce navigateur.",
    next: "Rien n'a été ouvert. Vérifiez d'où vient le code ou la clé avec votre équipe informatique.",
  },
  'policy-head': {
    what: "Il manque au registre du serveur l'entrée que nomme la politique de votre organisation.",
    next: "Cloison n'en a rien ouvert. C'est peut-être un historique plus ancien, ou un autre : prévenez l'équipe sécurité.",
  },
  'bad-policy': {
    what: "La politique fixée pour Cloison dans ce navigateur n'a pas de sens.",
    next: "Rien n'est approuvé d'ici là. Prévenez l'informatique : server, org et ledger doivent être comme le guide le dit.",
  },
  'nothing-to-repair': {
    what: 'Il ne manque au serveur rien de ce que ce poste a vu.',
    next: "Rien n'a été envoyé. Si un dossier est encore refusé, le poste d'un collègue détient ce qui manque : il le rend de lui-même.",
  },
  'other-journal': {
    what: "Ce poste sait que l'historique du dossier en est ailleurs que ne le dit la proposition.",
    next: "Rien n'a été approuvé. Comparez vos postes avec qui l'a proposé, et proposez-le depuis celui qui en sait le plus.",
  },
  'over-quota': {
    what: "C'est plus en une heure que le serveur ne permet à une personne.",
    next: "Rien n'est perdu. Il recompte à chaque heure pleine : continuez alors. Si c'est votre travail de tous les jours, prévenez l'équipe sécurité.",
  },
}
