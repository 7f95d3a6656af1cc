import type { Vocabulary } from './concepts.ts'

export const nl: Vocabulary = {
  username: `
    gebruiker*, klantnummer, klantnr, inlognaam, lidnummer, personeelsnummer, accountnaam,
    relatienummer, inlogcode, medewerkernummer, medewerkersnummer, agentnummer, personeelscode, inlog,
    inlognummer, bsn, burgerservicenummer, contractnummer, toegangsnummer, debiteurnummer`,
  email: 'mailadres',
  phone: 'telefoon*, mobiel*, gsm',
  password: '*wachtwoord*, wachtzin, toegangscode, pincode',
  current: 'huidig*, oud, oude, bestaand*, vorige wachtwoord, vorig',
  fresh: 'nieuw*, kies*, maak een wachtwoord, stel een wachtwoord*',
  confirm: 'bevestig*, herhaal*, nogmaals, opnieuw, controle, herhaling, voer opnieuw*, *herhalen, *bevestiging',
  rules: 'minimaal, minstens, tekens, ten minste, hoofdletter*, moet bevatten',
  otp: `
    verificatiecode, beveiligingscode, eenmalige/sms/tijdelijke code, controlecode, authenticatiecode,
    tweestapsverificatie, eenmalig wachtwoord, inlogcode via, code uit de app, 6 cijferig*,
    toegangscode per*`,
  companyCode: `
    bedrijf*, klantcode, vestiging*, filiaal, domein, omgeving, werkgever, kantoor, filiaalnummer,
    winkelnummer, dealernummer, kantoorcode, afdelingscode, klantomgeving, werkruimte, gegevensbank,
    administratie, instelling`,
  notPassword: `
    kaartnummer, api sleutel, pasnummer, rekeningnummer, beveiligingsvraag, geheime vraag,
    cvc code`,
  captcha: 'typ de tekens, code uit de afbeelding, tekens in de afbeelding, antwoord',
  search: '*zoek*, vind, filteren, trefwoord*',
  newsletter: 'nieuwsbrief, abonneer, op de hoogte, schrijf je in voor*, aanbiedingen',
  person: `
    voornaam, achternaam, naam, geboorte*, adres, straat, huisnummer, plaats, stad, land, aanhef,
    geslacht, dag, maand, jaar, tussenvoegsel, postcode, woonplaats, telefoonnummer, beroep, voorletters,
    huisnr`,
  signIn: `
    aanmelden, mijn account, al klant, bestaande klant, ik heb al een account, toegang, meld je aan,
    *inloggen, mijn omgeving, klantportaal, inlogpagina, meld u aan, *ontgrendel*, welkom terug`,
  signUp: `
    registre*, account aanmaken/maken/openen, maak een account, maak/nieuw account, nieuwe klant,
    inschrijven, word/gratis lid, lid worden, schrijf je in, nieuwe gebruiker aanmaken`,
  reset: '*vergeten, herstel*, opnieuw instellen, wachtwoord aanvragen, vraag nieuw wachtwoord*',
  forgot: `
    *vergeten*, herstellen, problemen met inloggen, wachtwoord kwijt, hulp bij inloggen,
    lukt inloggen niet`,
  change: `
    wachtwoord wijzigen, wijzig wachtwoord, wachtwoord veranderen, nieuw wachtwoord, wachtwoord aanpassen,
    wijzig je wachtwoord, wijzig uw wachtwoord, wachtwoord verlopen, wachtwoord is verlopen`,
  remember: `
    onthoud*, ingelogd blijven/houden, aangemeld blijven/houden, blijf ingelogd, vertrouw dit*,
    gegevens bewaren, apparaat vertrouwen`,
  terms: 'akkoord, voorwaarden, privacybeleid, ik ga akkoord*, privacyverklaring',
  next: 'volgende, verder, doorgaan, verzenden, bevestigen, versturen, bevestig',
  save: 'opslaan, bewaren, toepassen, bijwerken, wijzigen, testen, toevoegen',
  manage: `
    gebruiker bewerken/toevoegen/wijzigen/aanmaken, nieuwe gebruiker/medewerker, gebruikersbeheer, rol,
    rollen, rechten, medewerker bewerken/toevoegen, agent toevoegen, bevoegdheden, gebruikersgegevens`,
  settings: `
    uitgaande server, poort, versleuteling, instellingen, mailserver, hostnaam, serveradres, servernaam,
    netwerksleutel, *databaseserver`,
}
