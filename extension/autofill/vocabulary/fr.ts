import type { Vocabulary } from './words.ts'

export const fr: Vocabulary = {
  username: `
    *identifiant*, id client, *utilisateur, pseudo, pseudonyme, compte, numéro client, numéro de client,
    numéro d'abonné, n° client, matricule, code agent, code conseiller, numéro adhérent,
    numéro de contrat, usager, code opérateur`,
  email: 'courriel, adresse électronique, mel',
  phone: 'portable',
  password: '*mot de passe*, mdp, code secret, code confidentiel, passe',
  current: 'actuel, ancien, en cours, précédent, existant',
  fresh: 'nouveau*, nouvel*, choisir, choisissez, créer un mot de passe, créez*, définir*, nvx',
  confirm: 'répéter*, répétez*, retaper, ressaisir, ressaisissez, saisir à nouveau, encore',
  rules: 'au moins, caractères, doit contenir',
  otp: `
    code de vérification, code de sécurité, code d'authentification, code reçu*, code sms,
    code à usage unique, code à 6 chiffres, double authentification`,
  companyCode: `
    société*, entreprise*, code client, code site, agence, établissement, espace de travail, domaine,
    code marque, cabinet, partenaire, environnement, entité, filiale, employeur, siret, siren, centre,
    plateau, groupe`,
  notPassword: "carte, cryptogramme, réponse, clé api, clé d'api, jeton, numéro de sécurité sociale, iban",
  captcha: "recopier*, recopiez*, caractères de l'image, texte de l'image",
  search: '*recherch*, chercher, trouver, mots clés, filtrer',
  newsletter: `
    lettre d'information, infolettre, s'abonner, abonnez vous, abonnement, actualités, restez informé*`,
  person: `
    prénom, nom, naissance, civilité, rue, ville, pays, région, fonction, profession, parrain*, jour,
    mois, année, sexe`,
  signIn: `
    *connexion, connectez vous, connecter, s'identifier, m'identifier, identifiez vous, identification,
    s'authentifier, authentifiez vous, authentification, déjà client, déjà inscrit*, déjà un compte,
    déjà membre, accéder à mon*, accéder à votre*, mon espace, espace client, espace conseiller,
    espace agent, déverrouiller, connexion*`,
  signUp: `
    s'inscrire, inscrivez vous, m'inscrire, *inscription*, créer un compte, créer mon compte,
    créer votre compte, créer un profil, création de compte, création du compte, ouvrir un compte,
    nouveau client, nouvel utilisateur, rejoindre, rejoignez*, adhérer, devenir membre, je m inscris,
    je crée mon compte, enregistrez vous, pas encore*`,
  reset: 'oublié*, réinitialis*, récupér*, mot de passe perdu, renouvel*',
  forgot: "oublié*, perdu, réinitialiser*, problème de connexion, besoin d'aide",
  change: `
    changer le mot de passe, changer mon mot de passe, changer de mot de passe, modifier le mot de passe,
    modifier mon mot de passe, modifier votre mot de passe, changement de mot de passe,
    modification du mot de passe, nouveau mot de passe, changez votre mot de passe`,
  remember: `
    se souvenir*, rester connecté*, se rappeler*, mémoriser*, maintenir la connexion, garder ma session*,
    souvenir`,
  terms: "j'accepte*, accepte, cgu, cgv, politique de confidentialité, j'ai lu, recevoir",
  next: 'suivant, continuer, poursuivre, valider, entrer, envoyer',
  save: "enregistrer, sauvegarder, mettre à jour, appliquer, tester*, modifier, ajouter l'utilisateur",
  manage: `
    modifier l'utilisateur, modifier un utilisateur, ajouter un utilisateur, nouvel utilisateur,
    fiche utilisateur, gestion des utilisateurs, gestion des comptes, droits, profil utilisateur,
    habilitations, fiche agent, nouveau collaborateur, administration des utilisateurs,
    éditer l'utilisateur`,
  settings: 'serveur, hôte, paramètres*, chiffrement, annuaire',
}
