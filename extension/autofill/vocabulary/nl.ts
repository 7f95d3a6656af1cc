import type { Vocabulary } from './words.ts'

export const nl: Vocabulary = {
  username: `
    *gebruikersnaam*, gebruiker*, klantnummer, klantnr, inlognaam, lidnummer, personeelsnummer,
    accountnaam, relatienummer, inlogcode, gebruikerscode, medewerkernummer, medewerkersnummer,
    agentnummer, personeelscode, inlog, inlognummer, bsn, burgerservicenummer, contractnummer`,
  email: 'mailadres',
  phone: 'telefoon*, mobiel*, gsm, telefoonnummer, mobiel nummer',
  password: '*wachtwoord*, wachtzin, toegangscode, pincode',
  current: 'huidig*, oud, oude, bestaand*, vorige wachtwoord',
  fresh: 'nieuw*, kies*, maak een wachtwoord, nieuwe, nieuw wachtwoord, stel een wachtwoord*',
  confirm: 'bevestig*, herhaal*, nogmaals, opnieuw, controle, herhaling, voer opnieuw*',
  rules: 'minimaal, minstens, tekens, ten minste, hoofdletter*, moet bevatten',
  otp: `
    verificatiecode, beveiligingscode, eenmalige code, controlecode, sms code, authenticatiecode,
    tweestapsverificatie, eenmalig wachtwoord, inlogcode via, code uit de app, tijdelijke code`,
  companyCode: `
    bedrijf*, klantcode, vestiging*, filiaal, domein, omgeving, werkgever, kantoor, filiaalnummer,
    winkelnummer, dealernummer, kantoorcode, afdelingscode, vestigingscode, klantomgeving, werkruimte,
    gegevensbank`,
  notPassword: `
    kaartnummer, antwoord, api sleutel, pasnummer, rekeningnummer, beveiligingsvraag, geheime vraag,
    cvc code`,
  captcha: 'typ de tekens, code uit de afbeelding, tekens in de afbeelding',
  search: '*zoek*, vind, filteren, trefwoord*',
  newsletter: 'nieuwsbrief, abonneer, op de hoogte, schrijf je in voor*, aanbiedingen',
  person: `
    voornaam, achternaam, naam, geboorte*, adres, straat, huisnummer, plaats, stad, land, aanhef,
    geslacht, dag, maand, jaar, tussenvoegsel, postcode, woonplaats, telefoonnummer, beroep, voorletters,
    huisnr`,
  signIn: `
    aanmelden, mijn account, al klant, bestaande klant, ik heb al een account, toegang, meld je aan,
    *inloggen, mijn omgeving, klantportaal, inlogpagina`,
  signUp: `
    registre*, account aanmaken, maak een account, maak account, nieuwe klant, inschrijven, word lid,
    lid worden, account maken, schrijf je in, nieuw account, account openen, nieuwe gebruiker aanmaken`,
  reset: '*vergeten, herstel*, opnieuw instellen, wachtwoord aanvragen, vraag nieuw wachtwoord*',
  forgot: `
    *vergeten*, herstellen, problemen met inloggen, wachtwoord kwijt, hulp bij inloggen,
    lukt inloggen niet`,
  change: `
    wachtwoord wijzigen, wijzig wachtwoord, wachtwoord veranderen, nieuw wachtwoord, wachtwoord aanpassen,
    wijzig je wachtwoord, wijzig uw wachtwoord`,
  remember: `
    onthoud*, ingelogd blijven, aangemeld blijven, blijf ingelogd, aangemeld houden, ingelogd houden,
    vertrouw dit*, gegevens bewaren`,
  terms: 'akkoord, voorwaarden, privacybeleid, ik ga akkoord*, algemene voorwaarden, privacyverklaring',
  next: 'volgende, verder, doorgaan, verzenden, bevestigen, versturen, bevestig, ga verder, volgende stap',
  save: `
    opslaan, bewaren, toepassen, bijwerken, wijzigen, testen, wijzigingen opslaan, verbinding testen,
    toevoegen`,
  manage: `
    gebruiker bewerken, gebruiker toevoegen, nieuwe gebruiker, gebruikersbeheer, rol, rollen, rechten,
    medewerker bewerken, gebruiker wijzigen, medewerker toevoegen, agent toevoegen, nieuwe medewerker,
    bevoegdheden`,
  settings: 'uitgaande server, poort, versleuteling, instellingen, mailserver, hostnaam, serveradres',
}
