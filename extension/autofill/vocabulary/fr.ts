import type { Vocabulary } from './words.ts'

export const fr: Vocabulary = {
  username: `
    *identifiant*, id client, *utilisateur, pseudo, pseudonyme, compte, numéro client, numéro de client,
    numéro d'abonné, n° client, matricule, code agent, code conseiller, numéro adhérent,
    numéro de contrat, usager, code opérateur, id agent, n° agent, n° d'agent, numéro d'agent,
    code vendeur, code téléopérateur, code intervenant, code collaborateur, code salarié, n° salarié,
    code caissier, n° adhérent, n° d'adhérent, numéro d'adhérent, code adhérent, n° abonné, n° d'abonné,
    code abonné, n° de client, n° de contrat, n° de matricule, n° d'usager, nom de connexion,
    nom de compte, nom d'usager, trigramme`,
  email: 'courriel, adresse électronique, mel, mél, messagerie électronique',
  phone: 'portable, tél, n° de mobile',
  password: '*mot de passe*, mdp, code secret, code confidentiel, passe',
  current: 'actuel, ancien, en cours, précédent, existant',
  fresh: 'nouveau*, nouvel*, choisir, choisissez, créer un mot de passe, créez*, définir*, nvx',
  confirm: `
    répéter*, répétez*, retaper, ressaisir, ressaisissez, saisir à nouveau, encore, à l'identique,
    deuxième saisie`,
  rules: 'au moins, caractères, doit contenir, au minimum, une majuscule, doit comporter',
  otp: `
    code de vérification, code de sécurité, code d'authentification, code reçu*, code sms,
    code à usage unique, code à 6 chiffres, double authentification, code envoyé*, code temporaire,
    mot de passe à usage unique, code de l'application, validation en deux étapes,
    vérification en deux étapes, code d'authentification*`,
  companyCode: `
    société*, entreprise*, code client, code site, agence, établissement, espace de travail, domaine,
    code marque, cabinet, partenaire, environnement, entité, filiale, employeur, siret, siren, centre,
    plateau, groupe, point de vente, code pdv, pdv, code magasin, enseigne, code dossier, base de données,
    nom de la base, succursale, code équipe, code réseau, code unité, site d'appel*, nom du site,
    code du site, code structure, code organisme, code concession, code franchise, code délégation`,
  notPassword: `
    carte, cryptogramme, réponse, clé api, clé d'api, jeton, numéro de sécurité sociale, iban,
    clé secrète, secret sip, question secrète`,
  captcha: `
    recopier*, recopiez*, caractères de l'image, texte de l'image, code affiché, code de l'image,
    code ci contre, code ci dessous, anti robot`,
  search: 'appelant*, ouvrir le dossier, ouvrir la fiche, *recherch*, chercher, trouver, mots clés, filtrer',
  newsletter: `
    lettre d'information, infolettre, s'abonner, abonnez vous, abonnement, actualités, restez informé*,
    lettre des*, recevoir la lettre`,
  person: `
    prénom, nom, naissance, civilité, rue, ville, pays, région, fonction, profession, parrain*, jour,
    mois, année, sexe, adresse postale, code postal, complément d'adresse, nom complet, nom d'usage,
    adresse`,
  signIn: `
    *connexion, connectez vous, connecter, s'identifier, m'identifier, identifiez vous, identification,
    s'authentifier, authentifiez vous, authentification, déjà client, déjà inscrit*, déjà un compte,
    déjà membre, accéder à mon*, accéder à votre*, mon espace, espace client, espace conseiller,
    espace agent, déverrouiller, connexion*, ouvrir une session, ouverture de session, ouvrir ma session,
    ouverture de poste, ouvrir le poste, se loguer, se logger, accès client, accès agent,
    accès conseiller, accès abonné*, accès réservé, accès sécurisé, accès à votre*, espace adhérent,
    espace abonné, espace partenaire*, espace pro, espace collaborateur, espace personnel,
    session verrouillée, reprendre la session, reprendre ma session, accéder au service,
    accéder au portail, accéder à la console`,
  signUp: `
    s'inscrire, inscrivez vous, m'inscrire, *inscription*, créer un compte, créer mon compte,
    créer votre compte, créer un profil, création de compte, création du compte, ouvrir un compte,
    nouveau client, nouvel utilisateur, rejoindre, rejoignez*, adhérer, devenir membre, je m inscris,
    je crée mon compte, enregistrez vous, pas encore*, création de votre compte, demande d'accès,
    demander un accès, ouverture de compte, créer votre espace, créez votre compte`,
  reset: 'oublié*, réinitialis*, récupér*, mot de passe perdu, renouvel*',
  forgot: `
    oublié*, perdu, réinitialiser*, problème de connexion, besoin d'aide, identifiant perdu,
    identifiants perdus, problème d'accès, récupér*`,
  change: `
    changer le mot de passe, changer mon mot de passe, changer de mot de passe, modifier le mot de passe,
    modifier mon mot de passe, modifier votre mot de passe, changement de mot de passe,
    modification du mot de passe, nouveau mot de passe, changez votre mot de passe,
    changer votre mot de passe, mise à jour du mot de passe, renouveler le mot de passe,
    votre mot de passe a expiré, modifier mot de passe, changement mot de passe`,
  remember: `
    se souvenir*, rester connecté*, se rappeler*, mémoriser*, maintenir la connexion, garder ma session*,
    souvenir, faire confiance*, appareil de confiance, ne plus me demander, rester identifié*,
    enregistrer mon identifiant, conserver mon identifiant, retenir mon*`,
  terms: `
    j'accepte*, accepte, cgu, cgv, politique de confidentialité, j'ai lu, recevoir, conditions générales,
    données personnelles, rgpd, j'ai pris connaissance, souhaite recevoir`,
  next: 'suivant, continuer, poursuivre, valider, entrer, envoyer, étape suivante, soumettre, confirmer',
  save: `
    enregistrer, sauvegarder, mettre à jour, appliquer, tester*, modifier, ajouter l'utilisateur, sauver,
    créer l'utilisateur, enregistrer les modifications, valider les modifications`,
  manage: `
    modifier l'utilisateur, modifier un utilisateur, ajouter un utilisateur, nouvel utilisateur,
    fiche utilisateur, gestion des utilisateurs, gestion des comptes, droits, profil utilisateur,
    habilitations, fiche agent, nouveau collaborateur, administration des utilisateurs,
    éditer l'utilisateur, créer un utilisateur, création d'un utilisateur, créer un agent,
    ajouter un agent, nouvel agent, gestion des agents, modifier l'agent, créer un conseiller,
    ajouter un conseiller, nouveau conseiller, gestion des conseillers, fiche salarié, fiche conseiller,
    liste des utilisateurs`,
  settings: `
    serveur, hôte, paramètres*, chiffrement, annuaire, nom d'hôte, serveur d'envoi, serveur sortant,
    serveur entrant, collecteur*, réseau sans fil`,
}
