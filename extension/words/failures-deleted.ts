/** What a person is told who brings back what was deleted. */
export const deletedEn = {
  'parts-destroyed': {
    what: 'This login was deleted too long ago: the server has destroyed it.',
    next: 'It cannot be brought back. If somebody still knows it, save it as a new login.',
  },
}

export const deletedFr: typeof deletedEn = {
  'parts-destroyed': {
    what: "Cet identifiant a été supprimé il y a trop longtemps : le serveur l'a détruit.",
    next: "Il ne peut plus être rétabli. Si quelqu'un le connaît encore, enregistrez-le comme nouvel identifiant.",
  },
}
