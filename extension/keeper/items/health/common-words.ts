/**
 * Words that passwords are most often made of, in the languages of our users, in plain lower-case letters: a short list, so that everybody
 * can read by what a password was judged. It is no list of leaked passwords.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `
  abc abcd abcdef abcdefgh access accueil admin administrator agence alexandre amour aout asdfgh asdfghjkl
  automne autumn avril azerty azertyuiop baseball batman bemvindo benfica bienvenue bonjour bordeaux bucuresti
  camille caroline changeme changezmoi chocolat chouchou ciao client clients cloison company computer conseiller
  contrasena decembre default demo doudou dragon entreprise equipe facebook fevrier football france freedom
  google guest hallo haslo hello helpdesk hiver hola hunter iloveyou internet isabelle january janvier jetaime
  jordan juillet juin julien letmein login loulou lundi lyon manager marhaba marie mars marseille master mdp
  michael monday monkey motdepasse nicolas novembre octobre office paris parola passe passpass password passwort
  pokemon polska portail portugal princess printemps provisoire qsdfgh qsdfghjklm qwerty qwertyuiop root samsung
  sandrine secret senha septembre service shadow soccer societe soleil sommer spring starwars steaua summer
  sunshine superman support temp temporaire temporary test testing thomas toulouse trustno user utilisateur
  vacances vendredi wachtwoord welcome welcomeback whatever willkommen winter witaj wxcvbn zxcvbn zxcvbnm
  `.split(/\s+/),
)
