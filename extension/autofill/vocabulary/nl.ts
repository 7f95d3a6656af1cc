import type { Vocabulary } from './words.ts'

export const nl: Vocabulary = {
  username: `
    *gebruikersnaam*, gebruiker*, klantnummer, klantnr, inlognaam, lidnummer, personeelsnummer,
    accountnaam, relatienummer, inlogcode`,
  email: 'mailadres',
  phone: 'telefoon*, mobiel*, gsm',
  password: '*wachtwoord*, wachtzin, toegangscode',
  current: 'huidig*, oud, oude, bestaand*',
  fresh: 'nieuw*, kies*, maak een wachtwoord',
  confirm: 'bevestig*, herhaal*, nogmaals, opnieuw, controle',
  rules: 'minimaal, minstens, tekens, ten minste',
  otp: 'verificatiecode, beveiligingscode, eenmalige code, controlecode',
  companyCode: 'bedrijf*, klantcode, vestiging*, filiaal, domein, omgeving, werkgever, kantoor',
  notPassword: 'kaartnummer, antwoord, api sleutel',
  search: '*zoek*, vind',
  newsletter: 'nieuwsbrief, abonneer, op de hoogte',
  person: `
    voornaam, achternaam, naam, geboorte*, adres, straat, huisnummer, plaats, stad, land, aanhef,
    geslacht, dag, maand, jaar, tussenvoegsel`,
  signIn: `
    aanmelden, mijn account, al klant, bestaande klant, ik heb al een account, toegang, meld je aan,
    *inloggen`,
  signUp: `
    registre*, account aanmaken, maak een account, maak account, nieuwe klant, inschrijven, word lid,
    lid worden, account maken, schrijf je in, nieuw account`,
  reset: '*vergeten, herstel*, opnieuw instellen, wachtwoord aanvragen',
  forgot: '*vergeten*, herstellen, problemen met inloggen',
  change: 'wachtwoord wijzigen, wijzig wachtwoord, wachtwoord veranderen, nieuw wachtwoord',
  remember: 'onthoud*, ingelogd blijven, aangemeld blijven, blijf ingelogd',
  terms: 'akkoord, voorwaarden, privacybeleid',
  next: 'volgende, verder, doorgaan, verzenden, bevestigen',
  save: 'opslaan, bewaren, toepassen, bijwerken, wijzigen, testen',
  manage: `
    gebruiker bewerken, gebruiker toevoegen, nieuwe gebruiker, gebruikersbeheer, rol, rollen, rechten,
    medewerker bewerken`,
  settings: 'uitgaande server, poort, versleuteling, instellingen',
}
