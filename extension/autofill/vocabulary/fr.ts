import type { Vocabulary } from './concepts.ts'

export const fr: Vocabulary = {
  username: `
    *identifiant*, *utilisateur, pseudo, pseudonyme, compte, matricule, usager, allocataire, trigramme,
    nom de connexion, référence client,
    code/id/n/numéro d/de/ agent/client/contrat/adhérent/abonné/accès/conseiller/opérateur/vendeur/téléopérateur/intervenant/collaborateur/salarié/caissier/courtier/apporteur/technicien/porteur,
    numéro fiscal, n de sécurité sociale`,
  email: 'courriel, adresse électronique, mél, messagerie électronique',
  phone: 'portable, tél, n de mobile',
  password: "*mot de passe*, mdp, code secret, code confidentiel, passe, code personnel, clé d'accès, phrase secrète",
  current: 'actuel, ancien, en cours, précédent, existant',
  fresh: 'nouveau*, nouvel*, choisir, choisissez, créer un mot de passe, créez*, définir*, nvx, définissez*',
  confirm: `
    répéter*, répétez*, retaper, ressaisir, ressaisissez, encore, à l'identique, deuxième saisie/fois,
    à/de nouveau, seconde fois, retapez*, bis`,
  rules: 'au moins, caractères, doit contenir, au minimum, une majuscule, doit comporter',
  otp: `
    code de vérification/sécurité/validation, code reçu*,
    code sms, code à usage unique, code à 6 chiffres, double authentification, défi réponse, code envoyé*,
    code temporaire, mot de passe à usage unique, code de l'application, code affiché sur/par/dans,
    validation/vérification en deux étapes, code d'authentification*, clé digitale`,
  companyCode: `
    société*, entreprise*, agence, établissement, espace de travail, domaine, cabinet, partenaire,
    environnement, entité, filiale, employeur, siret, siren, centre, plateau, groupe, point de vente, pdv,
    enseigne, base de données, nom de la base, succursale, site d'appel*, nom du site, code du site,
    code client/site/marque/magasin/dossier/équipe/réseau/unité/structure/organisme/concession/franchise/délégation/école/distributeur/tiers`,
  notPassword: `
    carte, cryptogramme, clé api, clé d'api, jeton, numéro de sécurité sociale, iban,
    clé/question secrète, secret sip`,
  captcha: `
    recopier*, recopiez*, caractères de l'image, texte de l'image, affiché dans l'image, code de l'image,
    code ci contre, code ci dessous, anti robot, réponse`,
  search: 'appelant*, ouvrir le dossier, ouvrir la fiche, *recherch*, chercher, trouver, mots clés, filtrer',
  newsletter: `
    lettre d'information, infolettre, s'abonner, abonnez vous, abonnement, actualités, restez informé*,
    lettre des*, recevoir la lettre`,
  person: `
    prénom, nom, naissance, civilité, rue, ville, pays, région, fonction, profession, parrain*, jour,
    mois, année, sexe, adresse postale, code postal, complément d'adresse, nom complet, nom d'usage,
    adresse`,
  signIn: `
    *connexion*, connectez vous, connecter, s'identifier, m'identifier, identifiez vous, identification,
    s'authentifier, authentifiez vous, authentification, déjà client/membre, déjà inscrit*, déjà un compte,
    accéder à mon/votre*, mon espace, déverrouiller, ouvrir une/ma session,
    ouverture de session/poste, ouvrir le poste, se loguer/logger, accès abonné*, accès à votre*,
    accès client/agent/conseiller/réservé/sécurisé/extranet, espace partenaire*,
    espace client/conseiller/agent/adhérent/abonné/pro/collaborateur/personnel/sécurisé, session verrouillée,
    reprendre la/ma session, accéder au service/portail, accéder à la console, connecte, m'identifie`,
  signUp: `
    s'inscrire, inscrivez vous, m'inscrire, *inscription*, créer un/mon/votre compte, créer un profil,
    création de/du compte, ouvrir un compte, nouveau client, nouvel utilisateur, rejoindre, rejoignez*,
    adhérer, devenir membre/client, je m inscris, je crée mon compte, enregistrez vous, pas encore*,
    création de votre compte, demande d'accès, demander un accès, ouverture de compte,
    créer votre/mon espace, créez votre compte, activer mon compte, s'enregistrer,
    essayer/essai/commencer/commencez gratuit*`,
  reset: 'oublié*, réinitialis*, récupér*, mot de passe perdu, renouvel*',
  forgot: `
    oublié*, perdu, réinitialiser*, problème de connexion, besoin d'aide,
    identifiants perdus, problème d'accès, récupér*, impossible de*`,
  change: `
    changer le/mon/de/votre mot de passe, modifier le/mon/votre/ mot de passe, changez votre mot de passe,
    changement de/ mot de passe, modification/renouvellement du mot de passe, nouveau mot de passe,
    mise à jour du mot de passe, renouveler le mot de passe, votre mot de passe a expiré, mot de passe expiré,
    mettre à jour mon mot de passe`,
  remember: `
    se souvenir*, rester connecté*, se rappeler*, mémoriser*, maintenir la connexion,
    garder ma session*, souvenir, faire confiance*, appareil de confiance, ne plus me demander,
    rester identifié*, enregistrer/conserver mon identifiant, retenir mon*, connexion automatique`,
  terms: `
    j'accepte*, accepte, cgu, cgv, politique de confidentialité, j'ai lu, recevoir, conditions générales,
    données personnelles, rgpd, j'ai pris connaissance, souhaite recevoir`,
  next: 'suivant, continuer, poursuivre, valider, entrer, envoyer, étape suivante, soumettre, confirmer',
  save: `
    créer, enregistrer, sauvegarder, mettre à jour, appliquer, tester*, modifier, ajouter l'utilisateur, sauver,
    valider les modifications, inviter,
    envoyer l'invitation`,
  manage: `
    modifier/modification/éditer/édition/ajouter/créer/création/gestion/administration/liste/fiche/nouvel/nouveau/informations/paramètres/profil l/d/de/des/un/ l/un/ utilisateur/agent/conseiller/collaborateur/salarié*,
    gestion des comptes, droits, habilitations`,
  settings: `
    serveur, hôte, paramètres*, chiffrement, annuaire, collecteur*,
    mot de passe du fichier/certificat/document, réseau sans fil, adresse ip, clé de sécurité, compte de service`,
}
