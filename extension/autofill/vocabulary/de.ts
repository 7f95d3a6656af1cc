import type { Vocabulary } from './concepts.ts'

export const de: Vocabulary = {
  username: `
    *benutzer*, *anmeldename*, nutzername, nutzer, kundennummer, kunden nr, mitgliedsnummer, *kennung,
    zugangsnummer, personalnummer, konto, teilnehmernummer, anmelde id, mitarbeiternummer, vertragsnummer,
    legitimations id, kontonummer, matrikelnummer, kürzel, personal nr, vermittlernummer, *netkey`,
  email: '*mailadresse*, e post',
  phone: '*telefon*, handy*, mobilnummer, rufnummer',
  password: '*passwort*, *kennwort*, geheimzahl',
  current: 'aktuelles, altes, bisheriges, derzeitiges, aktuell, gegenwärtiges',
  fresh: 'neu, wählen, festlegen, vergeben, neues*, gewünschtes, wunschpasswort, passwort erstellen',
  confirm: `
    wiederhol*, bestätig*, erneut*, nochmal*, noch einmal, *wiederholung, *bestätigung, *wiederholen,
    *bestätigen, wdh`,
  rules: 'mindestens, zeichen, passwortstärke',
  otp: `
    bestätigungscode, sicherheitscode, einmal*, authentifizierungscode, verifizierungscode, prüfcode,
    zwei faktor*, 6 stellig*`,
  companyCode: `
    firma*, firmen*, mandant*, *mandantennummer, unternehmen*, standort*, filiale, filialnummer,
    niederlassung, betrieb*, vertriebspartner*, partnernummer, agentur*, domäne, abteilung, schule,
    beraternummer, händlernummer, partner id, gesellschaft, marktnummer, datenbank`,
  notPassword: 'karte*, prüfziffer, api schlüssel, iban, zugriffsschlüssel',
  captcha: 'sicherheitsabfrage, zeichen im bild, zeichenfolge, antwort',
  search: '*suche*, suchbegriff*, finden',
  newsletter: 'abonnieren, rundbrief',
  person: `
    vorname, nachname, name, familienname, geburts*, anrede, straße, hausnummer, plz, postleitzahl, ort,
    stadt, land, titel, geschlecht, tag, monat, jahr, gutschein*`,
  signIn: `
    anmeldung, einloggen, *anmelden, bereits kunde, bereits registriert, zugang, mein konto, angemeldet,
    einwählen, melden sie sich an, willkommen zurück, schon registriert, *entsperren`,
  signUp: `
    registrier*, konto/kundenkonto eröffnen, neukunde*, neuer kunde, mitglied werden,
    kostenlos anmelden, beitreten, erstellen, anlegen, neu hier, kostenlos testen/starten/ausprobieren`,
  reset: '*vergessen, wiederherstellen, anfordern, *zurücksetzen',
  forgot: '*vergessen*, zurücksetzen, probleme/hilfe bei der anmeldung, hilfe beim login, probleme beim*',
  change: `
    kennwort ändern, passwort ändern*, passwortänderung, neues passwort, neues kennwort,
    passwort abgelaufen, passwort ist abgelaufen, kennwort abgelaufen, kennwort ist abgelaufen,
    kennwortänderung, passwort erneuern`,
  remember: 'angemeldet/eingeloggt bleiben, merken, erinnern, *speichern, gerät vertrauen',
  terms: 'agb, nutzungsbedingungen, datenschutz*, ich stimme*, ich akzeptiere*, einverstanden, zustimmen',
  next: 'weiter, fortfahren, absenden, bestätigen, senden',
  save: 'speichern, übernehmen, aktualisieren, ändern, testen, hinzufügen',
  manage: `
    benutzer bearbeiten/anlegen/hinzufügen/ändern/verwalten, neuer benutzer, benutzerverwaltung, rolle,
    rollen, berechtigungen, nutzer bearbeiten/verwalten, mitarbeiter/agent/agenten bearbeiten/anlegen, benutzerdaten,
    benutzerprofil`,
  settings: `
    postausgang*, posteingang*, server, serveradresse, einstellungen, verschlüsselung,
    verzeichnisdienst, *datenbankserver, proxyserver, netzwerkschlüssel, wlan*, internetzugangsdaten,
    datenbank host`,
}
