/** What a person is told of two histories, and of a server that lacks entries. */
export const witnessEn = {
  forked: {
    what: 'The server shows different members different histories.',
    next: 'What this desk has verified still works; nothing is signed from it any more. See the evidence in the console, and tell your security team.',
  },
  restored: {
    what: 'The server has lost entries that this desk has seen.',
    next: 'It looks like a restored backup. Everything here still works. Nothing can be signed until an owner repairs the server from the console.',
  },
  'nothing-to-repair': {
    what: 'The server lacks nothing that this desk has seen.',
    next: 'Nothing was sent. If a folder is still refused, a colleague’s desk holds what is missing: it gives it back by itself.',
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
  'nothing-to-repair': {
    what: 'Il ne manque au serveur rien de ce que ce poste a vu.',
    next: "Rien n'a été envoyé. Si un dossier est encore refusé, le poste d'un collègue détient ce qui manque : il le rend de lui-même.",
  },
}
