/** What a person is told whose login was not saved, or not brought back. */
export const loginsEn = {
  'same-folder': {
    what: 'The login is in that folder already.',
    next: 'Choose another folder.',
  },
  'not-moved-yet': {
    what: 'The login is not deleted here before it is in its new folder.',
    next: 'Cloison goes on by itself. Nothing is lost.',
  },
  'parts-destroyed': {
    what: 'This login was deleted too long ago: the server has destroyed it.',
    next: 'It cannot be brought back. If somebody still knows it, save it as a new login.',
  },
  'login-too-large': {
    what: 'This login is larger than the server keeps.',
    next: 'What you typed is still here. Shorten the notes, or remove a file or a field, then save again.',
  },
}

export const loginsFr: typeof loginsEn = {
  'same-folder': {
    what: "L'identifiant est déjà dans ce dossier.",
    next: 'Choisissez un autre dossier.',
  },
  'not-moved-yet': {
    what: "L'identifiant n'est supprimé d'ici qu'une fois dans son nouveau dossier.",
    next: "Cloison poursuit de lui-même. Rien n'est perdu.",
  },
  'parts-destroyed': {
    what: "Cet identifiant a été supprimé il y a trop longtemps : le serveur l'a détruit.",
    next: "Il ne peut plus être rétabli. Si quelqu'un le connaît encore, enregistrez-le comme nouvel identifiant.",
  },
  'login-too-large': {
    what: 'Cet identifiant dépasse la taille que garde le serveur.',
    next: 'Votre saisie est toujours là. Raccourcissez les notes, ou retirez un fichier ou un champ, puis enregistrez.',
  },
}
