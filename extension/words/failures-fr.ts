import type { failuresEn } from './failures-en.ts'
import type { Words } from './say.ts'

/** French for the failure codes. */
export const failuresFr: Words<typeof failuresEn> = {
  'server-unreachable': {
    what: 'Le serveur est injoignable.',
    next: "Si vous êtes déverrouillé, les identifiants déjà présents se remplissent encore. Rien n'est perdu. Vérifiez le réseau, puis réessayez.",
  },
  'database-down': {
    what: 'Le serveur répond, mais pas sa base de données.',
    next: "Rien n'a été enregistré et rien n'est perdu : votre saisie est toujours là. Réessayez dans une minute ; si cela dure, prévenez l'informatique.",
  },
  'wrong-pin': {
    what: "Ce n'est pas votre PIN Cloison.",
    next: 'Saisissez-le à nouveau : celui que vous avez choisi pour Cloison, pas le PIN de la clé.',
  },
  'credential-dead': {
    what: 'Cette clé est bloquée : trop de PIN erronés.',
    next: 'Vos identifiants sont en sécurité. Prenez votre autre clé, ou demandez une nouvelle invitation à un administrateur.',
  },
  'credential-revoked': {
    what: 'Cette clé a été révoquée.',
    next: "Elle n'ouvre plus rien. Prenez votre autre clé, ou demandez une nouvelle invitation à un administrateur.",
  },
  'key-in-use': {
    what: 'Vous avez déverrouillé avec cette clé.',
    next: "Rien n'a changé. Pour la révoquer, déverrouillez d'abord avec votre autre clé.",
  },
  'last-key': {
    what: "C'est la dernière clé d'un propriétaire.",
    next: "Rien n'a changé. Sans clé, un propriétaire ne pourrait plus revenir.",
  },
  'second-key-owed': {
    what: "Votre organisation demande deux clés de sécurité à chacun, et vous n'en avez qu'une.",
    next: "Rien n'est perdu. Enregistrez la seconde : vos accès s'affichent et se remplissent de nouveau aussitôt.",
  },
  'own-second-key': {
    what: "Vous n'avez vous-même qu'une clé de sécurité.",
    next: "Rien n'a été signé : avec cette règle, plus rien ne vous serait accessible. Enregistrez d'abord votre seconde clé (Mes clés).",
  },
  'shift-over': {
    what: 'Toucher la clé ne suffit plus.',
    next: "Rien n'est perdu. Saisissez votre PIN Cloison, puis touchez la clé.",
  },
  'shift-other-key': {
    what: "Ce n'est pas la clé qui servait ici.",
    next: "Rien n'a été ouvert. Saisissez le PIN Cloison de cette clé, puis touchez-la.",
  },
  'old-seal': {
    what: "Le serveur montre cette clé telle qu'elle était avant son dernier changement de PIN.",
    next: "Cloison l'a refusé, et rien n'a été ouvert. C'est peut-être une sauvegarde restaurée, ou une attaque : prévenez l'équipe sécurité.",
  },
  'pin-unclear': {
    what: "Le serveur n'a pas répondu à la dernière étape.",
    next: "Rien n'est perdu, et ce poste reste ouvert. L'un ou l'autre PIN peut valoir : au prochain déverrouillage, essayez d'abord le nouveau, puis l'ancien.",
  },
  'same-pin': {
    what: "C'est le PIN que vous aviez jusqu'ici.",
    next: "Quelqu'un le connaît peut-être : choisissez-en un autre.",
  },
  'rotation-unclear': {
    what: "Le serveur n'a pas répondu à la dernière étape.",
    next: "Rien n'est perdu. Déverrouillez avec votre nouveau PIN : s'il est accepté, vos nouvelles clés sont en place. Sinon, déverrouillez avec l'ancien et recommencez.",
  },
  'weak-pin': {
    what: 'Ce PIN est trop facile à deviner.',
    next: 'Évitez les suites, les répétitions et les dates, comme 123456. Les lettres sont admises.',
  },
  'short-pin': { what: 'Ce PIN est trop court.', next: 'Il faut 6 caractères ou plus. Les lettres sont admises.' },
  'no-prf': {
    what: 'Cette clé ne peut pas porter de secret Cloison (PRF absent).',
    next: "Cloison n'a rien enregistré. La clé a pu garder une entrée « Cloison » inutilisée : l'outil de son fabricant permet de l'effacer. Prenez une autre clé.",
  },
  'key-already-registered': {
    what: 'Cette clé est déjà enregistrée ici.',
    next: "Rien n'a changé. Prenez une autre clé, ou déverrouillez avec celle-ci.",
  },
  'key-cancelled': {
    what: "La clé n'a pas servi.",
    next: "La demande a été annulée ou a expiré. Rien n'a changé. Recommencez, puis touchez la clé quand elle clignote.",
  },
  'not-a-member': {
    what: "Cette clé n'appartient à aucun membre de cette organisation.",
    next: "Rien n'a été ouvert. Vérifiez l'adresse du serveur, ou demandez une invitation à un administrateur.",
  },
  removed: {
    what: "Vous n'avez plus accès à cette organisation.",
    next: "Ce qui était sur ce poste a été effacé. Si c'est une erreur, demandez une invitation à un administrateur.",
  },
  'invitation-unknown': {
    what: 'Le serveur ne connaît pas cette invitation.',
    next: 'Elle a pu être retirée. Demandez un nouveau code à la personne qui vous a invité.',
  },
  'invitation-used': {
    what: 'Cette invitation a déjà servi.',
    next: "Si c'était vous, déverrouillez avec votre clé. Sinon, prévenez tout de suite la personne qui vous a invité.",
  },
  'invitation-expired': {
    what: 'Cette invitation a expiré.',
    next: 'Demandez un nouveau code à la personne qui vous a invité.',
  },
  'invitation-other-org': {
    what: 'Cette invitation est pour une autre organisation que celle de ce serveur.',
    next: "Le code n'est pas pour ce serveur, ou le serveur a été réinstallé depuis. Rien n'a été envoyé. Demandez un nouveau code à la personne qui vous a invité.",
  },
  'bad-invitation-code': {
    what: "Ce code d'invitation est incomplet.",
    next: 'Copiez le code entier, du premier au dernier caractère, et collez-le à nouveau.',
  },
  'org-exists': {
    what: 'Ce serveur a déjà son organisation.',
    next: "Elle ne se crée qu'une fois, et rien n'a changé. Si c'était vous à l'instant, déverrouillez avec votre clé ; pour la rejoindre, demandez une invitation à un administrateur.",
  },
  'not-trusted': {
    what: "Vous n'avez pas accepté de faire confiance à ce serveur.",
    next: "Rien ne lui a été envoyé. Vérifiez son adresse avec votre service informatique, puis acceptez-la d'abord.",
  },
  conflict: {
    what: "Quelqu'un d'autre l'a modifié pendant votre saisie.",
    next: 'Les deux versions sont gardées : la vôtre est toujours là. Comparez-les, puis gardez-en une ou fusionnez-les.',
  },
  'needs-choice': {
    what: "Quelqu'un d'autre a modifié la même chose pendant votre saisie.",
    next: "Rien n'est perdu : votre changement est gardé sur ce poste. Comparez les deux, puis choisissez.",
  },
  'changed-here': {
    what: "Un autre de vos changements sur cet identifiant n'est pas encore envoyé.",
    next: "Il vient d'une autre fenêtre. Votre saisie est toujours là. Ouvrez « Pas encore envoyé », envoyez ou abandonnez ce changement, puis enregistrez.",
  },
  'stale-folder': {
    what: "Ce dossier attend une nouvelle clé avant d'accepter des changements.",
    next: "Quelqu'un en a perdu l'accès. Lire et remplir restent possibles ; la clé sera renouvelée au prochain déverrouillage d'un responsable. Votre saisie est toujours là.",
  },
  'tampered-folder': {
    what: 'Les données du serveur pour ce dossier ne sont pas celles que ses membres ont signées.',
    next: "Ce dossier est refusé ; les autres fonctionnent. Ne saisissez ses mots de passe nulle part ailleurs, et prévenez l'équipe sécurité.",
  },
  'tampered-ledger': {
    what: "Le registre des droits que donne le serveur n'est pas celui que les membres ont signé.",
    next: "Cloison le refuse et s'en tient au dernier registre vérifié. Prévenez l'équipe sécurité.",
  },
  'rolled-back': {
    what: 'Le serveur montre un état plus ancien que celui déjà vu sur ce poste.',
    next: "Cloison le refuse. C'est peut-être une sauvegarde restaurée, peut-être une attaque : prévenez l'équipe sécurité.",
  },
  'not-allowed': {
    what: "Vous n'avez pas le droit nécessaire.",
    next: "Rien n'a changé. Adressez-vous à un responsable de ce dossier ou à un administrateur.",
  },
  'too-large': {
    what: 'Ce contenu est trop volumineux.',
    next: "Rien n'a été enregistré ; il est toujours là. Raccourcissez-le, puis enregistrez à nouveau.",
  },
  'bad-request': {
    what: "Le serveur n'a pas compris cette demande.",
    next: "Rien n'a changé. Mettez l'extension à jour, puis réessayez ; si cela dure, prévenez l'informatique.",
  },
  'too-many': {
    what: 'Trop de tentatives en peu de temps.',
    next: "Rien n'est perdu. Attendez une minute, puis réessayez.",
  },
  'nothing-to-fill': {
    what: 'Cet identifiant ne contient rien de ce que la page demande.',
    next: "La page n'a pas été touchée. Choisissez un autre identifiant, ou demandez qu'il soit complété.",
  },
  'no-field-here': {
    what: "Cette page n'a pas de champ de connexion.",
    next: "Rien n'a été rempli. Ouvrez la page de connexion, puis remplissez à nouveau.",
  },
  'other-client': {
    what: 'Cet identifiant est à un autre client que celui pour lequel vous travaillez.',
    next: "Rien n'a été rempli. Choisissez ce client en haut de la fenêtre, puis remplissez à nouveau.",
  },
  'sends-elsewhere': {
    what: "Le formulaire de cette page enverrait l'identifiant à une autre adresse.",
    next: "Rien n'a été rempli. Si cette adresse est aussi celle du portail, demandez à une personne qui modifie l'identifiant de l'ajouter. Sinon, prévenez l'équipe sécurité.",
  },
  'no-login-for-page': {
    what: "Aucun de vos identifiants n'est pour cette page.",
    next: "Un identifiant ne se remplit qu'à l'adresse pour laquelle il a été enregistré. Cherchez-le, ou demandez l'accès à un responsable.",
  },
  'bad-code': {
    what: "Ce n'est pas le code d'installation.",
    next: 'Il est écrit dans le journal du serveur à son premier démarrage. Copiez-le de là.',
  },
  'bad-address': {
    what: 'Cloison ne peut pas faire confiance à cette adresse.',
    next: "Elle doit être en https, ou sur cette machine même. Rien n'a été envoyé. Vérifiez-la avec votre service informatique.",
  },
  'not-cloison': {
    what: "Il n'y a pas de serveur Cloison à cette adresse.",
    next: "Rien ne lui a été envoyé. Vérifiez l'adresse avec votre service informatique.",
  },
  'no-server': {
    what: 'Ce profil de navigateur ne connaît aucun serveur.',
    next: "Ouvrez l'adresse Cloison de votre organisation, ou collez un code d'invitation.",
  },
  pending: {
    what: "Votre accès n'est pas encore approuvé.",
    next: "Votre clé est enregistrée. Demandez à la personne qui vous a invité de l'approuver, puis déverrouillez.",
  },
  'credential-unknown': {
    what: 'Le serveur ne connaît pas cette clé.',
    next: "Rien n'a été ouvert. Prenez la clé que vous avez enregistrée ici, ou demandez une invitation à un administrateur.",
  },
  'key-unusable': {
    what: 'Cette clé ne peut pas servir pour Cloison.',
    next: "Rien n'a été enregistré. Réessayez une fois, puis prenez une autre clé FIDO2 ; si cela dure, prévenez l'informatique.",
  },
  'worker-gone': {
    what: "L'extension n'a pas répondu.",
    next: "Rien n'est perdu. Réessayez ; si cela dure, redémarrez le navigateur.",
  },
  'bad-nonce': {
    what: 'Cela a pris trop de temps.',
    next: "Rien n'a changé. Recommencez ; la clé doit être touchée dans les deux minutes.",
  },
  'ceremony-over': {
    what: 'Cela a pris trop de temps.',
    next: "Rien n'a changé. Recommencez ; la clé doit être touchée dans les deux minutes.",
  },
  'bad-assertion': {
    what: "Le serveur n'a pas accepté la réponse de la clé.",
    next: "Rien n'a été ouvert. Réessayez ; si cela dure, prévenez l'informatique.",
  },
  'bad-voprf-proof': {
    what: 'La réponse du serveur ne se vérifie pas.',
    next: "Cloison l'a refusée, et rien n'a été ouvert. Prévenez l'équipe sécurité.",
  },
  'wrong-org': {
    what: 'Cette clé appartient à une autre organisation.',
    next: "Rien n'a été ouvert. Prenez la clé que vous avez enregistrée ici, ou vérifiez l'adresse du serveur.",
  },
  'no-org': {
    what: "Ce serveur n'a pas encore d'organisation.",
    next: "Qui détient son code d'installation doit d'abord en créer une. Prévenez votre service informatique.",
  },
  locked: {
    what: 'Cloison est verrouillé.',
    next: "Rien n'a été fait. Déverrouillez, puis réessayez.",
  },
  'clock-off': {
    what: "L'horloge de ce poste diffère de celle du serveur.",
    next: "Rien n'a changé. Réglez l'horloge, ou prévenez l'informatique, puis réessayez.",
  },
  enrolled: {
    what: "Votre clé est enregistrée, mais Cloison n'est pas encore ouvert.",
    next: "Rien n'est perdu, et rien n'est à refaire. Déverrouillez avec cette clé et votre PIN.",
  },
  'not-signed-in': {
    what: 'Votre session est terminée.',
    next: "Rien n'est perdu. Déverrouillez à nouveau.",
  },
  'bad-proof': {
    what: "Le serveur n'a pas accepté la signature de cette session.",
    next: "Rien n'a changé. Déverrouillez à nouveau ; si cela dure, prévenez l'informatique.",
  },
  'not-found': {
    what: 'Le serveur ne connaît plus ceci.',
    next: "Rien n'a changé. Recommencez.",
  },
  internal: {
    what: "Une erreur s'est produite sur le serveur.",
    next: "Rien n'est perdu : votre saisie est toujours là. Réessayez ; si cela dure, prévenez l'informatique.",
  },
  'bad-reply': {
    what: 'Cloison ne comprend pas la réponse du serveur.',
    next: "Rien n'est perdu : votre saisie est toujours là. Le serveur ou l'extension n'est peut-être pas à jour : prévenez l'informatique.",
  },
  'no-ledger': {
    what: "Le serveur n'a pas montré son registre des droits.",
    next: "Rien n'a été ouvert. Réessayez ; si cela dure, prévenez l'informatique.",
  },
  unknown: {
    what: "Quelque chose n'a pas fonctionné.",
    next: "Vos identifiants sont en sécurité. Réessayez ; si cela dure, prévenez l'informatique.",
  },
  'bad-seed': {
    what: "Ce n'est pas une graine de codes à usage unique.",
    next: "Collez ce que le site affiche : une clé d'au moins 16 lettres A à Z et chiffres 2 à 7, ou son adresse otpauth:// entière.",
  },
  'counter-seed': {
    what: 'Cette clé compte ses codes (HOTP).',
    next: "Cloison ne calcule que les codes à l'heure (TOTP) : choisissez sur le site une application d'authentification.",
  },
  'steam-seed': {
    what: "C'est une clé pour les codes propres à Steam.",
    next: 'Cloison ne calcule que les codes usuels, de six à huit chiffres.',
  },
  'no-code': {
    what: 'Cet identifiant ne donne pas de codes à usage unique.',
    next: "Rien n'a été copié. Qui peut le modifier peut y ajouter la clé du site.",
  },
  'offer-over': {
    what: "Ce qui a été saisi dans cet onglet n'est plus gardé.",
    next: "Rien n'a été enregistré. La saisie est gardée cinq minutes : reconnectez-vous, ou ajoutez l'identifiant dans la console.",
  },
}
