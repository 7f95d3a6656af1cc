/** What a person is told where a password could not be generated, filled or saved. */
export const generatedEn = {
  'no-new-password': {
    what: 'This page asks for no new password now.',
    next: 'Nothing was generated. The page may have changed: go back to its form, then try again.',
  },
  'page-rules': {
    what: 'No password could be made by this page’s rules.',
    next: 'Nothing was filled. Choose one yourself by what the page says, and save it as a login.',
  },
  'not-taken': {
    what: 'The page did not take the generated password.',
    next: 'It was taken back, and is good for nothing. Choose one yourself, or try again.',
  },
  'not-heard': {
    what: 'The page did not say whether it took the generated password.',
    next: 'It is kept here for half an hour. Look at the page: if its fields are filled, save it.',
  },
  'not-kept': {
    what: 'This generated password is not kept here any more.',
    next: 'It was saved, or its half hour is over. If the page took it and no login holds it, have the page send you a new one.',
  },
}

export const generatedFr: typeof generatedEn = {
  'no-new-password': {
    what: 'Cette page ne demande pas de nouveau mot de passe.',
    next: "Rien n'a été généré. La page a peut-être changé : revenez à son formulaire, puis réessayez.",
  },
  'page-rules': {
    what: "Aucun mot de passe n'a pu être formé selon les règles de cette page.",
    next: "Rien n'a été rempli. Choisissez-en un vous-même d'après ce que dit la page, et enregistrez-le comme identifiant.",
  },
  'not-taken': {
    what: "La page n'a pas accepté le mot de passe généré.",
    next: 'Il a été retiré et ne sert à rien. Choisissez-en un vous-même, ou réessayez.',
  },
  'not-heard': {
    what: "La page n'a pas dit si elle a pris le mot de passe généré.",
    next: 'Il est conservé ici une demi-heure. Regardez la page : si ses champs sont remplis, enregistrez-le.',
  },
  'not-kept': {
    what: "Ce mot de passe généré n'est plus conservé ici.",
    next: "Il a été enregistré, ou sa demi-heure est passée. Si la page l'a reçu et qu'aucun identifiant ne le contient, faites-le réinitialiser par la page.",
  },
}
