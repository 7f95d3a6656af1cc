import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  change: 'Change name or e-mail',
  title: (who: string) => `Name and e-mail of ${who}`,
  ownTitle: 'Your name and e-mail',
  hint: 'You sign the change. Colleagues see it as soon as their desks have heard of it.',
  same: 'Nothing is different yet: change the name or the e-mail.',
  save: 'Sign the change',
  saved: 'Name and e-mail are changed',

  left: 'People who left',
  showLeft: (n: number) => count(n, 'Show # person who left', 'Show # people who left'),
  backToPeople: 'Back to people',
  filterLeft: 'Filter people who left',
  nobodyLeft: 'Nobody has left',
  nobodyLeftHint: 'Whoever is removed from the organisation is listed here, until their name is erased.',
  pickLeft: 'Choose somebody who left',
  pickLeftHint: 'An owner can have name and e-mail erased for good.',
  hasLeft: 'Removed from the organisation: no key of theirs opens anything.',
  isBack: 'Came back under new keys. The old ones, listed here, open nothing any more. The person is now:',
  erased: 'Erased member',
  erasedHint: 'Name and e-mail were erased. What they signed stays as it was, without a name.',

  erase: 'Erase name and e-mail',
  eraseTitle: (who: string) => `Erase name and e-mail of ${who}`,
  eraseServer: (who: string) => `The server deletes the name, the e-mail and what ties them to ${who} in the ledger.`,
  eraseDesks: 'Every desk drops them at its next sync.',
  eraseLedger: 'What they signed and did stays in the ledger, under “Erased member”.',
  eraseBackups: 'Backups of the server hold them until you delete those too. This cannot be undone.',
  erasing: 'Erasing',
  eraseDone: 'Name and e-mail are erased',
}

const fr: Words<typeof en> = {
  change: 'Changer nom ou e-mail',
  title: (who) => `Nom et e-mail de ${who}`,
  ownTitle: 'Vos nom et e-mail',
  hint: 'Vous signez ce changement. Les collègues le voient dès que leur poste en a eu connaissance.',
  same: "Rien n'a changé pour l'instant : modifiez le nom ou l'e-mail.",
  save: 'Signer le changement',
  saved: 'Nom et e-mail sont changés',

  left: 'Personnes parties',
  showLeft: (n) => compte(n, 'Voir # personne partie', 'Voir # personnes parties'),
  backToPeople: 'Revenir aux personnes',
  filterLeft: 'Filtrer les personnes parties',
  nobodyLeft: "Personne n'est parti",
  nobodyLeftHint: "Qui est retiré de l'organisation figure ici, jusqu'à l'effacement de son nom.",
  pickLeft: 'Choisissez une personne partie',
  pickLeftHint: 'Un propriétaire peut en faire effacer nom et e-mail pour toujours.',
  hasLeft: "Personne retirée de l'organisation : aucune de ses clés n'ouvre plus rien.",
  isBack:
    "De retour avec de nouvelles clés. Les anciennes, dont il s'agit ici, n'ouvrent plus rien. La personne est à présent :",
  erased: 'Membre effacé',
  erasedHint: 'Nom et e-mail ont été effacés. Ce que cette personne a signé reste tel quel, sans nom.',

  erase: 'Effacer nom et e-mail',
  eraseTitle: (who) => `Effacer nom et e-mail de ${who}`,
  eraseServer: (who) => `Le serveur supprime le nom, l'e-mail et ce qui les relie à ${who} dans le registre.`,
  eraseDesks: 'Chaque poste les oublie à sa prochaine synchronisation.',
  eraseLedger: 'Ce que cette personne a signé et fait reste au registre, sous « Membre effacé ».',
  eraseBackups: "Les sauvegardes du serveur les gardent jusqu'à ce que vous les supprimiez aussi. C'est définitif.",
  erasing: 'Effacement',
  eraseDone: 'Nom et e-mail sont effacés',
}

/** A person's name and e-mail: changed while they are here, erased once they have left. */
export const profileWords = words(en, fr)
