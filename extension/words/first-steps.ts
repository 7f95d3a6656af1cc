import { words, type Words } from './say.ts'

const en = {
  title: 'First steps',
  intro: 'What an organisation needs before its agents work with it. Each line is ticked once it is true.',
  progress: (done: number, of: number) => `${String(done)} of ${String(of)} done`,
  done: 'Done',
  todo: 'To do',
  away: 'Put away',
  awayHint: 'You find them again under Help.',
  steps: {
    'second-key': {
      name: 'Get yourself a second key',
      why: 'Whoever has one key and loses it is locked out; of a lone owner everything is lost.',
    },
    folder: {
      name: 'Create the first folder',
      why: 'One folder for each client, such as a brand. Who reaches it follows from the tree.',
    },
    logins: {
      name: 'Bring the logins in',
      why: 'Import them from the program that you used before, or add one in its folder.',
    },
    team: { name: 'Create the first team', why: 'Rights are given to teams, so that a newcomer needs one line only.' },
    invite: { name: 'Invite a first colleague', why: 'By a code that is theirs, which they bring to their own desk.' },
    'second-owner': {
      name: 'Make somebody a second owner',
      why: 'Some acts take two owners, and two can help each other out. Three are better: any one of them may be away.',
    },
  },

  help: 'Help',
  helpWhere: 'Where things are',
  helpKeys: 'Keyboard shortcuts',
  where: {
    login: { do: 'Add a login', at: 'In its folder, “New login”.' },
    move: { do: 'Move, copy or delete logins', at: 'In a folder, tick several, or the menu of one.' },
    import: { do: 'Import from another program', at: 'Under Folders, at the top right.' },
    access: { do: 'Give a team access, or see who has it', at: 'In a folder, “Manage access”.' },
    invite: { do: 'Invite somebody, let somebody in', at: 'Under People.' },
    leave: { do: 'Somebody leaves, or lost their keys', at: 'Under People, the menu of that person.' },
    staff: { do: 'Change who is in a team', at: 'Under Teams, the team.' },
    deleted: { do: 'Bring a deleted login back', at: 'Under Deleted logins, for 30 days.' },
    health: { do: 'Find weak and reused passwords', at: 'Under Password health.' },
    waiting: { do: 'Approve what takes two owners', at: 'Under Waiting.' },
    keys: { do: 'Change the PIN, add or name a key', at: 'Under My keys.' },
    settings: { do: 'Language, idle lock, clipboard', at: 'Under Settings.' },
    ledger: { do: 'Check or export the ledger', at: 'At the top, “Ledger: entry …”.' },
  },
}

const fr: Words<typeof en> = {
  title: 'Premiers pas',
  intro:
    "Ce qu'il faut à une organisation avant que ses conseillers ne travaillent avec. Chaque ligne se coche dès qu'elle est vraie.",
  progress: (done, of) => `${String(done)} sur ${String(of)}`,
  done: 'Fait',
  todo: 'À faire',
  away: 'Ranger',
  awayHint: "Vous les retrouverez dans l'aide.",
  steps: {
    'second-key': {
      name: "Vous munir d'une seconde clé",
      why: "Qui n'en a qu'une et la perd n'ouvre plus rien ; avec un seul propriétaire, tout est perdu.",
    },
    folder: {
      name: 'Créer le premier dossier',
      why: "Un dossier par client, une marque par exemple. Qui l'atteint découle de l'arbre.",
    },
    logins: {
      name: 'Apporter les identifiants',
      why: "Importez-les du programme d'avant, ou ajoutez-en un dans son dossier.",
    },
    team: {
      name: 'Créer la première équipe',
      why: 'Les droits se donnent à des équipes : pour un nouveau venu, une seule ligne suffit.',
    },
    invite: { name: 'Inviter un premier collègue', why: "Par un code à lui, qu'il apporte à son propre poste." },
    'second-owner': {
      name: 'Nommer un second propriétaire',
      why: "Certains actes demandent deux propriétaires, et à deux on se dépanne. Trois, c'est mieux : l'un d'eux peut être absent.",
    },
  },

  help: 'Aide',
  helpWhere: 'Où se trouve quoi',
  helpKeys: 'Raccourcis clavier',
  where: {
    login: { do: 'Ajouter un identifiant', at: 'Dans son dossier, « Nouvel identifiant ».' },
    move: {
      do: 'Déplacer, copier ou supprimer des identifiants',
      at: "Dans un dossier : cochez-en plusieurs, ou le menu d'un seul.",
    },
    import: { do: "Importer d'un autre programme", at: 'Sous Dossiers, en haut à droite.' },
    access: { do: 'Donner un accès, ou voir qui en a', at: 'Dans un dossier, « Gérer les accès ».' },
    invite: { do: "Inviter quelqu'un, le laisser entrer", at: 'Sous Personnes.' },
    leave: { do: "Quelqu'un part, ou a perdu ses clés", at: 'Sous Personnes, le menu de cette personne.' },
    staff: { do: 'Changer qui est dans une équipe', at: "Sous Équipes, l'équipe." },
    deleted: { do: 'Rétablir un identifiant supprimé', at: 'Sous Identifiants supprimés, pendant 30 jours.' },
    health: { do: 'Trouver les mots de passe faibles ou répétés', at: 'Sous Santé des mots de passe.' },
    waiting: { do: 'Approuver ce qui demande deux propriétaires', at: 'Sous En attente.' },
    keys: { do: 'Changer le PIN, ajouter ou nommer une clé', at: 'Sous Mes clés.' },
    settings: { do: 'Langue, verrouillage, presse-papiers', at: 'Sous Réglages.' },
    ledger: { do: 'Vérifier ou exporter le registre', at: 'En haut, « Registre : entrée … ».' },
  },
}

/** What a new organisation needs first, and the help that says where things are. */
export const firstStepWords = words(en, fr)
