import { words, type Words } from './say.ts'

const en = {
  myKeys: 'My keys',
  keys: 'Keys',
  keysOf: (who: string) => `Keys of ${who}`,
  another: 'Register another key',
  registered: (day: string, clock: string) => `Registered on ${day} at ${clock}`,
  lastUnlock: (ago: string) => `Last unlock: ${ago}`,
  noUnlock: 'No unlock yet',
  inUse: 'In use here',
  noKey: 'No key is left: nothing can be unlocked. Remove this person, then invite them anew.',
  changePin: 'Change its PIN',
  name: 'Name this key',
  renameKey: 'Change its name',
  nameTitle: 'Name of this key',
  nameLabel: 'Name',
  nameHint:
    'Such as “blue, key ring” or “spare, safe”. Only you see it, and only on this desk: it is kept sealed here and never sent.',
  nameVerb: 'Save the name',
  naming: 'Saving',
  unname: 'Remove the name',
  revoke: 'Revoke',
  revoking: 'Revoking',
  revoked: 'The key is revoked',
  revokeTitle: 'Revoke this key?',
  revokeHint: (when: string) =>
    `${when}. From now on it opens Cloison nowhere, and every desk that it opened locks at once. This cannot be undone.`,
  revokeLast: (who: string) =>
    `It is the last key of ${who}, who can unlock nothing afterwards until they are removed and invited anew.`,
  lostTitle: 'A key is lost?',
  lostHint:
    'Unlock with another key and revoke the lost one here. Without another key, ask an owner or administrator to.',

  touchTitle: 'Touch your key',
  touchUntil: (clock: string) => `Until ${clock} the key alone unlocks this desk again.`,
  touchAct: 'Unlock with the key',
  usePin: 'Use the PIN instead',

  pinTitle: 'Change your Cloison PIN',
  pinOfKey: (day: string, clock: string) =>
    `This is the PIN of the key in use, registered on ${day} at ${clock}. Your other keys keep theirs.`,
  pinOfNamed: (name: string) => `This is the PIN of the key in use, “${name}”. Your other keys keep theirs.`,
  pinOfThisKey: 'This is the PIN of the key in use. Your other keys keep theirs.',
  pinNow: 'Your Cloison PIN until now',
  pinNext: 'Your new Cloison PIN',
  pinTyped: 'Type the PIN that holds until now.',
  pinSealing: 'The key has answered. Sealing under the new PIN.',
  pinStays: 'Until it is done, your PIN stays as it is.',
  pinDone: 'Your new PIN holds',
  pinDoneHint: 'The next unlock with this key asks for it. Your other keys keep their PIN.',
  pinLocked: 'Unlock with the key whose PIN you want to change.',
}

const fr: Words<typeof en> = {
  myKeys: 'Mes clés',
  keys: 'Clés',
  keysOf: (who) => `Clés de ${who}`,
  another: 'Enregistrer une autre clé',
  registered: (day, clock) => `Enregistrée le ${day} à ${clock}`,
  lastUnlock: (ago) => `Dernier déverrouillage : ${ago}`,
  noUnlock: 'Pas encore de déverrouillage',
  inUse: 'En service ici',
  noKey: 'Plus aucune clé : rien ne peut être déverrouillé. Retirez cette personne, puis invitez-la à nouveau.',
  changePin: 'Changer son PIN',
  name: 'Nommer cette clé',
  renameKey: 'Changer son nom',
  nameTitle: 'Nom de cette clé',
  nameLabel: 'Nom',
  nameHint:
    "Par exemple « bleue, trousseau » ou « de secours, coffre ». Vous seul le voyez, et seulement sur ce poste : il y est gardé scellé et n'est jamais envoyé.",
  nameVerb: 'Enregistrer le nom',
  naming: 'Enregistrement',
  unname: 'Retirer le nom',
  revoke: 'Révoquer',
  revoking: 'Révocation',
  revoked: 'La clé est révoquée',
  revokeTitle: 'Révoquer cette clé ?',
  revokeHint: (when) =>
    `${when}. Désormais elle n'ouvre Cloison nulle part, et chaque poste qu'elle a ouvert se verrouille aussitôt. C'est définitif.`,
  revokeLast: (who) =>
    `C'est la dernière clé de ${who}, qui ne pourra plus rien déverrouiller avant d'être retiré puis invité à nouveau.`,
  lostTitle: 'Une clé est perdue ?',
  lostHint:
    'Déverrouillez avec une autre clé et révoquez ici celle qui est perdue. Sans autre clé, demandez-le à un propriétaire ou à un administrateur.',

  touchTitle: 'Touchez votre clé',
  touchUntil: (clock) => `Jusqu'à ${clock}, la clé seule déverrouille ce poste.`,
  touchAct: 'Déverrouiller avec la clé',
  usePin: 'Utiliser plutôt le PIN',

  pinTitle: 'Changer votre PIN Cloison',
  pinOfKey: (day, clock) =>
    `C'est le PIN de la clé en service, enregistrée le ${day} à ${clock}. Vos autres clés gardent le leur.`,
  pinOfNamed: (name) => `C'est le PIN de la clé en service, « ${name} ». Vos autres clés gardent le leur.`,
  pinOfThisKey: "C'est le PIN de la clé en service. Vos autres clés gardent le leur.",
  pinNow: "Votre PIN Cloison jusqu'ici",
  pinNext: 'Votre nouveau PIN Cloison',
  pinTyped: "Saisissez le PIN qui vaut jusqu'ici.",
  pinSealing: 'La clé a répondu. Scellement sous le nouveau PIN.',
  pinStays: "Tant que ce n'est pas fait, votre PIN reste le même.",
  pinDone: 'Votre nouveau PIN est en place',
  pinDoneHint: 'Le prochain déverrouillage avec cette clé le demandera. Vos autres clés gardent leur PIN.',
  pinLocked: 'Déverrouillez avec la clé dont vous voulez changer le PIN.',
}

/** A person's keys, their PIN, and the touch alone within a shift. */
export const keyWords = words(en, fr)
