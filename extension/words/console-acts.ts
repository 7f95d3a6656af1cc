import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  grantTitle: (who: string, folder: string) => `Grant ${folder} to ${who}`,
  grantTrue: (who: string, folder: string, level: string) =>
    `${who} will have the level ${level} on ${folder} and on every folder below.`,
  revokeTitle: (who: string, folder: string) => `Revoke ${who} on ${folder}`,
  revokeTrue: (who: string, folder: string) =>
    `${who} will have no grant of their own on ${folder}. What reaches them another way stays.`,
  addTitle: (team: string) => `Add to ${team}`,
  addTrue: (who: string, team: string) => `${who} will be in ${team} and have all its folders.`,
  takeTitle: (who: string, team: string) => `Remove ${who} from ${team}`,
  takeTrue: (who: string, team: string) =>
    `${who} will be out of ${team} at once. What is written afterwards cannot be opened with what they had.`,
  removeTitle: (who: string) => `Remove ${who} from the organisation`,
  removeTrue: (who: string) =>
    `${who} will be out at once: every desk of theirs drops everything, and what is written afterwards cannot be opened with what they had.`,
  other: 'Sign this act',

  levelOn: (level: string, folders: string) => `${level} on ${folders}`,
  rekeys: (teams: number, folders: number) =>
    [
      teams > 0 ? count(teams, '# team key', '# team keys') : '',
      folders > 0 ? count(folders, '# folder key', '# folder keys') : '',
    ]
      .filter((each) => each !== '')
      .join(' and ') + ' will be renewed with your signature.',
  signingRekeys: 'Renewing keys and signing. This can take a while; keep this page open.',
  toChange: (n: number) =>
    count(
      n,
      'They could use # login: its password is to be changed at the client. The list stays on screen after you sign.',
      'They could use # logins: their passwords are to be changed at the clients. The list stays on screen after you sign.',
    ),
  judging: 'Working out what will change',
  someone: 'this person',
}

const fr: Words<typeof en> = {
  grantTitle: (who, folder) => `Donner ${folder} à ${who}`,
  grantTrue: (who, folder, level) =>
    `${who} aura le niveau ${level} sur ${folder} et sur tous les dossiers en dessous.`,
  revokeTitle: (who, folder) => `Retirer ${folder} à ${who}`,
  revokeTrue: (who, folder) => `${who} n'aura plus d'accès propre à ${folder}. Ce qui lui vient d'ailleurs demeure.`,
  addTitle: (team) => `Ajouter à ${team}`,
  addTrue: (who, team) => `Dans ${team}, avec tous ses dossiers : ${who}.`,
  takeTitle: (who, team) => `Retirer ${who} de ${team}`,
  takeTrue: (who, team) =>
    `${who} quitte ${team} aussitôt. Ce qui sera écrit ensuite ne s'ouvrira pas avec ses anciennes clés.`,
  removeTitle: (who) => `Retirer ${who} de l'organisation`,
  removeTrue: (who) =>
    `${who} sort aussitôt : ses postes effacent tout, et ce qui sera écrit ensuite ne s'ouvrira pas avec ses anciennes clés.`,
  other: 'Signer cet acte',

  levelOn: (level, folders) => `${level} sur ${folders}`,
  rekeys: (teams, folders) =>
    'Votre signature renouvelle ' +
    [
      teams > 0 ? compte(teams, "# clé d'équipe", "# clés d'équipe") : '',
      folders > 0 ? compte(folders, '# clé de dossier', '# clés de dossier') : '',
    ]
      .filter((each) => each !== '')
      .join(' et ') +
    '.',
  signingRekeys: 'Renouvellement des clés et signature. Cela peut durer ; gardez cette page ouverte.',
  toChange: (n) =>
    compte(
      n,
      "# identifiant était à leur portée : son mot de passe est à changer chez le client. La liste reste à l'écran après la signature.",
      "# identifiants étaient à leur portée : leurs mots de passe sont à changer chez les clients. La liste reste à l'écran après la signature.",
    ),
  judging: 'Calcul de ce qui va changer',
  someone: 'cette personne',
}

/** The review sheet of each signed act. */
export const actWords = words(en, fr)
