import type { refusalsEn } from './refusals-en.ts'
import type { Words } from './say.ts'

/** French for what the rules of the organisation refuse, and for what the server holds back or falsifies. */
export const refusalsFr: Words<typeof refusalsEn> = {
  refused: {
    what: "Les règles de l'organisation ne le permettent pas.",
    next: "Rien n'a changé. Regardez l'état le plus récent, puis réessayez ; si cela dure, prévenez l'informatique.",
  },
  'unknown-item': {
    what: "Cet identifiant n'est plus ici.",
    next: "Quelqu'un l'a supprimé, ou vous n'y avez plus accès. Rien d'autre n'a changé.",
  },
  'unknown-team': {
    what: "Cette équipe n'est plus ici.",
    next: "Rien n'a changé. Regardez l'état le plus récent, puis réessayez.",
  },
  'unknown-folder': {
    what: "Ce dossier n'est plus ici.",
    next: "Rien n'a changé. Regardez l'état le plus récent, puis réessayez.",
  },
  'unknown-recipient': {
    what: "L'un de ceux qui recevraient une clé n'est plus ici.",
    next: "Rien n'a changé. Regardez l'état le plus récent, puis réessayez.",
  },
  'last-manager': {
    what: 'Un dossier resterait sans responsable.',
    next: "Rien n'a changé. Donnez d'abord « gérer » à quelqu'un d'autre.",
  },
  closed: {
    what: "Ce client est clos : on n'y écrit, n'y accorde et n'y remplit plus rien.",
    next: "Ce qui s'y trouve reste lisible. Deux propriétaires peuvent le rouvrir.",
  },
  register: {
    what: 'C’est le registre de l’organisation : les rôles seuls disent qui y a accès.',
    next: 'Changez plutôt le rôle de la personne.',
  },
  personal: {
    what: 'Un dossier personnel est à une seule personne.',
    next: "Rien n'a changé. Pour partager un identifiant, mettez-le dans un dossier partagé.",
  },
  auditor: {
    what: "Un auditeur n'ouvre rien : il n'est dans aucune équipe et n'a de niveau sur aucun dossier.",
    next: "Rien n'a changé. Retirez-le d'abord de ses équipes et de ses dossiers, ou donnez-lui un autre rôle.",
  },
  'not-empty': {
    what: 'Ce dossier contient encore quelque chose, ou une équipe y est rattachée.',
    next: "Rien n'a changé. Déplacez ou supprimez d'abord ses dossiers, et supprimez ses équipes.",
  },
  'invitation-cancelled': {
    what: 'Cette invitation a été annulée.',
    next: "Personne n'a été admis. Invitez à nouveau la personne si elle doit toujours venir.",
  },
  'no-form': {
    what: "Il faut une fiche : un droit qui augmente repose sur ce que quelqu'un d'autre a demandé.",
    next: "Rien n'a changé. Demandez-le, et laissez une autre personne qui gère le dossier approuver.",
  },
  'form-lines': {
    what: 'La fiche dit autre chose que ce qui allait être signé.',
    next: "Rien n'a changé. Relisez la fiche.",
  },
  'form-expired': {
    what: "La fiche a expiré : personne ne l'a approuvée à temps.",
    next: "Rien n'a changé. Il faut la redemander.",
  },
  'no-recovery': {
    what: 'Ce dossier ne peut être rendu.',
    next: "Rien n'a changé. Les règles ne le prévoient pas, son titulaire n'y a pas consenti, ou trop peu de propriétaires détiennent encore une part de sa clé.",
  },
  'shares-missing': {
    what: 'Deux propriétaires vous ont rendu ce dossier ; sa clé est en route.',
    next: "Il s'ouvre de lui-même dès que deux d'entre eux ont déverrouillé Cloison. Vous n'avez rien à faire.",
  },
  cycle: {
    what: 'Un dossier ne peut pas se trouver dans lui-même.',
    next: "Rien n'a changé. Choisissez un autre endroit.",
  },
  'too-deep': {
    what: 'Les dossiers seraient imbriqués sur plus de 32 niveaux.',
    next: "Rien n'a changé. Choisissez un endroit plus haut.",
  },
  'too-heavy': {
    what: 'Cela change trop de choses à la fois pour que chaque poste le vérifie.',
    next: "Rien n'a changé. Procédez par étapes : moins de personnes, ou un dossier plus bas à la fois.",
  },
  'too-far': {
    what: 'Une invitation vaut 90 jours au plus.',
    next: "Rien n'a changé. Choisissez un jour plus proche.",
  },
  'too-many-proposals': {
    what: 'Cent propositions attendent déjà un second propriétaire.',
    next: "Rien n'a changé. Approuvez-en ou retirez-en d'abord.",
  },
  'has-manager': {
    what: "Quelqu'un gère ce dossier.",
    next: "Rien n'a changé. Demandez-lui l'accès : les propriétaires n'adoptent que ce que personne ne gère.",
  },
  'proposal-unknown': {
    what: "Cette proposition n'attend plus : elle a été approuvée ou retirée.",
    next: "Rien n'a changé. Regardez l'état le plus récent.",
  },
  'proposal-expired': {
    what: "Cette proposition a expiré : personne ne l'a approuvée en sept jours.",
    next: "Rien n'a changé. Si elle est toujours voulue, proposez-la de nouveau.",
  },
  'has-logins': {
    what: 'Ce dossier contient des identifiants, ou ce poste ne peut pas tout y lire.',
    next: "Rien n'a changé. Déplacez ou supprimez d'abord les identifiants ; pour les garder en mémoire, fermez plutôt le dossier.",
  },
  'remove-first': {
    what: 'La personne remplacée est encore propriétaire.',
    next: "Rien n'a changé. Retirez d'abord le propriétaire aux clés perdues, ce qui demande deux propriétaires.",
  },
  'last-owner': {
    what: "Il resterait trop peu de propriétaires : dès qu'il y en a deux, il n'y en a plus jamais moins.",
    next: "Rien n'a changé. Nommez d'abord un autre propriétaire.",
  },
  'needs-two-owners': {
    what: 'Il faut deux propriétaires pour cela.',
    next: "Rien n'a changé. Dès qu'il y en a deux, ce qui en fait ou en défait un est proposé par l'un et approuvé par un autre.",
  },
  'to-oneself': {
    what: 'Personne ne peut se faire cela à soi-même.',
    next: "Rien n'a changé. Demandez à un autre responsable, ou à un propriétaire.",
  },
  'already-there': {
    what: "C'est déjà là.",
    next: "Rien n'a changé. Regardez l'état le plus récent.",
  },
  'nothing-to-do': {
    what: "C'est déjà ainsi.",
    next: "Rien n'a changé, et rien n'est à faire.",
  },
  stale: {
    what: "Une équipe ou un dossier attend d'abord une nouvelle clé.",
    next: "Quelqu'un en a perdu l'accès. La clé sera renouvelée au prochain déverrouillage d'un responsable ; réessayez ensuite.",
  },
  'no-key': {
    what: 'Il manque une clé sur ce poste.',
    next: "Rien n'a changé. Le serveur ne l'a pas livrée : réessayez ; si cela dure, prévenez l'équipe sécurité.",
  },
  'part-missing': {
    what: 'Il manque une partie de cet identifiant.',
    next: "Le serveur ne l'a pas livrée. Rien n'a été rempli ni modifié. Réessayez ; si cela dure, prévenez l'équipe sécurité.",
  },
  'wrong-hash': {
    what: 'Les données du serveur pour cet identifiant ne sont pas celles que les membres ont signées.',
    next: "Cloison les refuse ; rien n'a été rempli ni modifié. Prévenez l'équipe sécurité.",
  },
  'cannot-open': {
    what: "Ce que le serveur a livré ne s'ouvre pas ici.",
    next: "Cloison le refuse ; rien n'a été rempli ni modifié. Prévenez l'équipe sécurité.",
  },
  'unknown-version': {
    what: "Ce que le serveur a livré est d'une version que cette extension ne connaît pas.",
    next: "Cloison le refuse ; rien n'a été rempli ni modifié. Mettez l'extension à jour si possible, et prévenez l'équipe sécurité.",
  },
  'receive-key-missing': {
    what: "Le serveur retient la clé d'une personne qui doit recevoir l'accès.",
    next: "Rien n'a changé. Réessayez ; si cela dure, prévenez l'équipe sécurité.",
  },
  'bad-receive-key': {
    what: "Une personne qui doit recevoir l'accès a une clé qui n'en est pas une.",
    next: "Rien n'a changé. Ne la laissez pas entrer, et prévenez l'équipe sécurité.",
  },
  'bad-sign-key': {
    what: "La clé de cette personne n'en est pas une.",
    next: "Rien n'a changé. Ne la laissez pas entrer, et prévenez l'équipe sécurité.",
  },
  'bad-signature': {
    what: "Ceci n'a pas été signé par les personnes nommées.",
    next: "Rien n'a changé. Ne laissez pas entrer cette personne : invitez-la à nouveau, et prévenez l'équipe sécurité.",
  },
  'bad-text': {
    what: 'Le texte contient un signe qui ne peut pas être enregistré.',
    next: "Rien n'a été enregistré ; votre saisie est toujours là. Retirez ce signe, puis réessayez.",
  },
}
