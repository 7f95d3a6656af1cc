/** What a person is told whose login was not filled: its site was opened in vain, or its client is archived. */
export const sitesEn = {
  archived: {
    what: 'This client is archived: nothing of it is filled, moved or added to.',
    next: 'Its logins can still be read. Whoever manages the folder can bring it back from the archive.',
  },
  'no-site': {
    what: 'This login has no web address that can be opened and filled.',
    next: 'Whoever edits it can add one, with a rule that fills there.',
  },
  'no-tab': {
    what: 'The browser opened no tab.',
    next: 'Nothing was filled. Try again, or open the address yourself and fill from the popup.',
  },
  'site-elsewhere': {
    what: 'The site led to an address that is not this login’s.',
    next: 'Nothing was filled. If that address is this portal’s too, ask somebody who edits the login to add it. If not, tell your security team.',
  },
}

export const sitesFr: typeof sitesEn = {
  archived: {
    what: "Ce client est archivé : on n'en remplit, n'en déplace et n'y ajoute plus rien.",
    next: "Ses identifiants restent lisibles. Qui gère le dossier peut le sortir de l'archive.",
  },
  'no-site': {
    what: "Cet identifiant n'a pas d'adresse web à ouvrir et à remplir.",
    next: 'Une personne qui le modifie peut en ajouter une, avec une règle de remplissage.',
  },
  'no-tab': {
    what: "Le navigateur n'a pas ouvert d'onglet.",
    next: "Rien n'a été rempli. Réessayez, ou ouvrez l'adresse vous-même et remplissez depuis l'icône.",
  },
  'site-elsewhere': {
    what: "Le site a mené à une adresse qui n'est pas celle de cet identifiant.",
    next: "Rien n'a été rempli. Si cette adresse est aussi celle du portail, demandez à une personne qui modifie l'identifiant de l'ajouter. Sinon, prévenez l'équipe sécurité.",
  },
}
