import type { Vocabulary } from './words.ts'

export const de: Vocabulary = {
  username: `
    *benutzer*, *anmeldename*, nutzername, nutzer, kundennummer, kunden nr, mitgliedsnummer, *kennung,
    zugangsnummer, personalnummer, konto, teilnehmernummer, anmelde id, mitarbeiternummer,
    vertragsnummer`,
  email: '*mailadresse*, e post',
  phone: '*telefon*, handy*, mobilnummer, rufnummer',
  password: '*passwort*, *kennwort*',
  current: 'aktuelles, altes, bisheriges, derzeitiges, aktuell',
  fresh: 'neu, wählen, festlegen, vergeben, neues*, gewünschtes, wunschpasswort, passwort erstellen',
  confirm: `
    wiederhol*, bestätig*, erneut*, nochmal*, noch einmal, *wiederholung, *bestätigung, *wiederholen,
    *bestätigen, wdh`,
  rules: 'mindestens, zeichen, passwortstärke',
  otp: `
    bestätigungscode, sicherheitscode, einmal*, authentifizierungscode, verifizierungscode, prüfcode`,
  companyCode: `
    *firma*, firmen*, mandant*, *mandantennummer, unternehmen*, standort*, filiale, filialnummer,
    niederlassung, betrieb*, vertriebspartner*, partnernummer, agentur*, domäne, abteilung, schule`,
  notPassword: 'karte*, prüfziffer, antwort, api schlüssel, iban, zugriffsschlüssel',
  captcha: 'sicherheitsabfrage, zeichen im bild, zeichenfolge',
  search: '*suche*, suchbegriff*, finden',
  newsletter: 'abonnieren, rundbrief',
  person: `
    vorname, nachname, name, familienname, geburts*, anrede, straße, hausnummer, plz, postleitzahl, ort,
    stadt, land, titel, geschlecht, tag, monat, jahr, gutschein*`,
  signIn: `
    anmeldung, einloggen, *anmelden, bereits kunde, bereits registriert, zugang, mein konto, angemeldet,
    einwählen`,
  signUp: `
    registrier*, konto eröffnen, neukunde*, neuer kunde, mitglied werden, kostenlos anmelden, beitreten,
    erstellen, anlegen`,
  reset: '*vergessen, wiederherstellen, anfordern, *zurücksetzen',
  forgot: '*vergessen*, zurücksetzen, probleme bei der anmeldung, hilfe beim login',
  change: 'kennwort ändern, passwort ändern*, passwortänderung, neues passwort, neues kennwort',
  remember: 'angemeldet bleiben, eingeloggt bleiben, merken, erinnern, *speichern',
  terms: 'agb, nutzungsbedingungen, datenschutz*, ich stimme*, ich akzeptiere*, einverstanden, zustimmen',
  next: 'weiter, fortfahren, absenden, bestätigen, senden',
  save: 'speichern, übernehmen, aktualisieren, ändern, testen',
  manage: `
    benutzer bearbeiten, benutzer anlegen, neuer benutzer, benutzerverwaltung, benutzer hinzufügen,
    rolle, rollen, berechtigungen, nutzer bearbeiten, mitarbeiter bearbeiten, benutzerdaten`,
  settings: `
    postausgang*, posteingang*, server, serveradresse, einstellungen, verschlüsselung, verzeichnisdienst,
    wlan`,
}
