/** What a person is told whose requests the server does not take for those of their session. */
export const sessionEn = {
  'session-key-gone': {
    what: 'This browser no longer has the key of your session.',
    next: 'Nothing is lost. Unlock again.',
  },
  'bad-dpop-proof': {
    what: 'The server did not accept that this request comes from your session.',
    next: 'Nothing changed. Unlock again; tell IT if it lasts.',
  },
  'use-dpop-nonce': {
    what: 'The server refused this request as too old, twice.',
    next: 'Nothing changed. Try again; tell IT if it lasts.',
  },
}

export const sessionFr: typeof sessionEn = {
  'session-key-gone': {
    what: "Ce navigateur n'a plus la clé de votre session.",
    next: "Rien n'est perdu. Déverrouillez à nouveau.",
  },
  'bad-dpop-proof': {
    what: "Le serveur n'a pas admis que cette demande vienne de votre session.",
    next: "Rien n'a changé. Déverrouillez à nouveau ; si cela dure, prévenez l'informatique.",
  },
  'use-dpop-nonce': {
    what: 'Le serveur a refusé deux fois cette demande comme trop ancienne.',
    next: "Rien n'a changé. Réessayez ; si cela dure, prévenez l'informatique.",
  },
}
