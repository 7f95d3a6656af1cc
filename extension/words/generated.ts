import { words, type Words } from './say.ts'

const en = {
  title: 'New password',
  offer: (host: string) => `${host} asks for a new password.`,
  generate: 'Generate a password',
  again: 'Generate another',
  filling: 'Generating',
  generatedFor: (host: string) => `Generated for ${host}`,
  inOne: 'It is in the field of the page, and kept here for half an hour.',
  inBoth: 'It is in both fields of the page, and kept here for half an hour.',
  short: 'This page allows short passwords only: this one is weaker than others. Use it nowhere else.',
  copy: 'Copy password',
  copied: 'Copied. It leaves the clipboard in 30 seconds.',
  saveAs: 'Save as login',
  name: 'Name',
  username: 'Username',
  folder: 'Folder',
  nameMissing: 'Give this login a name.',
  saved: (name: string, folder: string) => `Saved: ${name}, in ${folder}.`,
  savedLater: (name: string) => `${name} is saved on this desk, and sent as soon as the server can be reached.`,

  options: 'Length and kinds',
  length: 'Length',
  lengthWrong: 'From 8 to 100 characters.',
  upper: 'Capital letters',
  lower: 'Small letters',
  digit: 'Digits',
  sign: 'Signs',
  alike: 'Also what one reads for another: 0 and O, 1 and l',
}

const fr: Words<typeof en> = {
  title: 'Nouveau mot de passe',
  offer: (host) => `${host} demande un nouveau mot de passe.`,
  generate: 'Générer un mot de passe',
  again: 'En générer un autre',
  filling: 'Génération',
  generatedFor: (host) => `Généré pour ${host}`,
  inOne: 'Il est dans le champ de la page, et conservé ici une demi-heure.',
  inBoth: 'Il est dans les deux champs de la page, et conservé ici une demi-heure.',
  short:
    "Cette page n'accepte que des mots de passe courts : celui-ci est plus faible que d'autres. Ne l'utilisez nulle part ailleurs.",
  copy: 'Copier le mot de passe',
  copied: 'Copié. Il quittera le presse-papiers dans 30 secondes.',
  saveAs: 'Enregistrer comme identifiant',
  name: 'Nom',
  username: "Nom d'utilisateur",
  folder: 'Dossier',
  nameMissing: 'Donnez un nom à cet identifiant.',
  saved: (name, folder) => `Enregistré : ${name}, dans ${folder}.`,
  savedLater: (name) => `${name} est enregistré sur ce poste, et sera envoyé dès que le serveur répondra.`,

  options: 'Longueur et caractères',
  length: 'Longueur',
  lengthWrong: 'De 8 à 100 caractères.',
  upper: 'Majuscules',
  lower: 'Minuscules',
  digit: 'Chiffres',
  sign: 'Signes',
  alike: 'Aussi ce qui se confond : 0 et O, 1 et l',
}

/** A password that is generated: for the page under the popup, and in the console's form. */
export const generatedWords = words(en, fr)
