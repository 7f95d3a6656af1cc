import { counting, words, type Words } from './say.ts'

const count = counting('en')
const compte = counting('fr')

const en = {
  picked: (n: number) => count(n, '# login picked', '# logins picked'),
  pick: (name: string) => `Pick ${name}`,
  letGo: 'Let go',
  move: 'Move to a folder',
  copy: 'Copy to a folder',
  addTags: 'Add tags',
  moveTitle: (n: number) => count(n, 'Move # login', 'Move # logins'),
  copyTitle: (n: number) => count(n, 'Copy # login', 'Copy # logins'),
  deleteTitle: (n: number) => count(n, 'Delete # login?', 'Delete # logins?'),
  tagTitle: (n: number) => count(n, 'Add tags to # login', 'Add tags to # logins'),
  moveTo: (n: number, folder: string) => count(n, `Move # login to ${folder}`, `Move # logins to ${folder}`),
  copyTo: (n: number, folder: string) => count(n, `Copy # login to ${folder}`, `Copy # logins to ${folder}`),
  moveHint: 'Each is sealed anew in the other folder, with its earlier passwords, and only then deleted here.',
  copyHint: 'Each is sealed anew in the other folder, without its earlier passwords. Those here stay as they are.',
  toFolder: 'To folder',
  nowhere: 'There is no other folder in which you may save logins.',
  gains: (n: number) => count(n, '# person gains access', '# people gain access'),
  loses: (n: number) =>
    count(n, '# person loses access, or has less of it', '# people lose access, or have less of it'),
  nobody: 'Nobody gains or loses access.',
  hasAlready: (n: number) => count(n, '# person has this already', '# people have this already'),
  keeps: (n: number) => count(n, '# person keeps access another way', '# people keep access another way'),
  find: (list: string) => `Find in the list: ${list}`,
  findPerson: 'Find a person',
  none: 'none',
  unnamed: (n: number) => count(n, '# whose name you may not see', '# whose names you may not see'),
  working: (done: number, all: number) => `${String(done)} of ${String(all)}`,
  moved: (n: number) => count(n, '# login moved', '# logins moved'),
  copied: (n: number) => count(n, '# login copied', '# logins copied'),
  deleted: (n: number) => count(n, '# login deleted', '# logins deleted'),
  tagged: (n: number) => count(n, 'Tags added to # login', 'Tags added to # logins'),
  waits: 'What could not be sent yet is kept on this desk, and goes by itself.',
  notDone: (n: number) => count(n, '# login was not done', '# logins were not done'),
  others: 'The others are done.',
}

const fr: Words<typeof en> = {
  picked: (n) => compte(n, '# identifiant choisi', '# identifiants choisis'),
  pick: (name) => `Choisir ${name}`,
  letGo: 'Ne plus choisir',
  move: 'Déplacer vers un dossier',
  copy: 'Copier vers un dossier',
  addTags: 'Ajouter des étiquettes',
  moveTitle: (n) => compte(n, 'Déplacer # identifiant', 'Déplacer # identifiants'),
  copyTitle: (n) => compte(n, 'Copier # identifiant', 'Copier # identifiants'),
  deleteTitle: (n) => compte(n, 'Supprimer # identifiant ?', 'Supprimer # identifiants ?'),
  tagTitle: (n) => compte(n, 'Étiqueter # identifiant', 'Étiqueter # identifiants'),
  moveTo: (n, folder) => compte(n, `Déplacer # identifiant vers ${folder}`, `Déplacer # identifiants vers ${folder}`),
  copyTo: (n, folder) => compte(n, `Copier # identifiant vers ${folder}`, `Copier # identifiants vers ${folder}`),
  moveHint:
    "Chacun est scellé à neuf dans l'autre dossier, avec ses mots de passe précédents, et seulement ensuite supprimé d'ici.",
  copyHint:
    "Chacun est scellé à neuf dans l'autre dossier, sans ses mots de passe précédents. Ceux d'ici restent tels quels.",
  toFolder: 'Vers le dossier',
  nowhere: "Il n'y a pas d'autre dossier où vous pouvez enregistrer des identifiants.",
  gains: (n) => compte(n, "# personne obtient l'accès", "# personnes obtiennent l'accès"),
  loses: (n) =>
    compte(n, "# personne perd l'accès ou en garde moins", "# personnes perdent l'accès ou en gardent moins"),
  nobody: "Personne n'obtient ni ne perd l'accès.",
  hasAlready: (n) => compte(n, "# personne l'a déjà", "# personnes l'ont déjà"),
  keeps: (n) =>
    compte(n, "# personne garde l'accès par une autre voie", "# personnes gardent l'accès par une autre voie"),
  find: (list) => `Chercher dans la liste : ${list}`,
  findPerson: 'Chercher une personne',
  none: 'aucun',
  unnamed: (n) => compte(n, '# dont vous ne pouvez voir le nom', '# dont vous ne pouvez voir les noms'),
  working: (done, all) => `${String(done)} sur ${String(all)}`,
  moved: (n) => compte(n, '# identifiant déplacé', '# identifiants déplacés'),
  copied: (n) => compte(n, '# identifiant copié', '# identifiants copiés'),
  deleted: (n) => compte(n, '# identifiant supprimé', '# identifiants supprimés'),
  tagged: (n) => compte(n, '# identifiant étiqueté', '# identifiants étiquetés'),
  waits: "Ce qui n'a pas encore pu être envoyé est gardé sur ce poste, et part de lui-même.",
  notDone: (n) => compte(n, "# identifiant n'a pas été traité", "# identifiants n'ont pas été traités"),
  others: 'Les autres le sont.',
}

/** Acts over many logins at once, and the folder that they go to. */
export const manyWords = words(en, fr)
