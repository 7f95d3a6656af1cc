import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  logins: (n: number) => count(n, '# login', '# logins'),
  moving: (what: string) => `Moving ${what}`,
  byPointer: 'Drop it on a folder.',
  byKeys: 'Choose a folder, then Ctrl+V. Esc lets go.',
  into: (folder: string) => `Into ${folder}`,
  toTop: 'To the top of the tree',
  may: {
    not: (name: string) => `You may not move ${name}. Only who manages it and the folder above can.`,
  },
  whyNot: {
    itself: () => 'Not into itself.',
    inside: () => 'Not into a folder that lies inside it.',
    already: () => 'It is there already.',
    top: () => 'Only owners put folders at the top.',
    loose: () => 'Logins lie in a folder.',
    level: (name: string) => `You may not put it into ${name}.`,
    closed: (name: string) => `${name} is closed.`,
    archived: (name: string) => `${name} is archived.`,
    stale: (name: string) => `${name} waits for a new key.`,
    personal: (name: string) => `${name} is personal: nothing in it is shared.`,
    refused: (name: string) => `${name} is refused on this desk.`,
  },
  keys: {
    cut: 'Cut a folder of the tree, or logins',
    paste: 'Move what is cut to the folder in focus',
  },
}

const fr: Words<typeof en> = {
  logins: (n) => compte(n, '# identifiant', '# identifiants'),
  moving: (what) => `Déplacement : ${what}`,
  byPointer: 'Déposez sur un dossier.',
  byKeys: 'Choisissez un dossier, puis Ctrl+V. Échap pour renoncer.',
  into: (folder) => `Dans ${folder}`,
  toTop: "En haut de l'arbre",
  may: {
    not: (name) => `Vous ne pouvez pas déplacer ${name}. Il faut gérer ce dossier et celui du dessus.`,
  },
  whyNot: {
    itself: () => 'Pas dans lui-même.',
    inside: () => "Pas dans un dossier qu'il contient.",
    already: () => 'Il y est déjà.',
    top: () => "Seuls les propriétaires placent des dossiers en haut de l'arbre.",
    loose: () => 'Un identifiant se range dans un dossier.',
    level: (name) => `Vous ne pouvez rien placer dans ${name}.`,
    closed: (name) => `${name} est clos.`,
    archived: (name) => `${name} est archivé.`,
    stale: (name) => `${name} attend une nouvelle clé.`,
    personal: (name) => `${name} est personnel : rien n'y est partagé.`,
    refused: (name) => `${name} est refusé sur ce poste.`,
  },
  keys: {
    cut: "Couper un dossier de l'arbre, ou des identifiants",
    paste: 'Déplacer ce qui est coupé vers le dossier sélectionné',
  },
}

/** What is said while a folder or logins are carried to another place. */
export const carryWords = words(en, fr)
