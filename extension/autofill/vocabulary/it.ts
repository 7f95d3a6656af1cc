import type { Vocabulary } from './concepts.ts'

export const it: Vocabulary = {
  username: `
    *utente*, codice cliente/fiscale/titolare/operatore/agente/dipendente/socio/abbonato/adesione,
    numero cliente/tessera, identificativo, matricola, nome account, soprannome, utenza, partita iva`,
  email: 'posta elettronica',
  phone: 'telefono, cellulare, numero di telefono/cellulare',
  password: "parola chiave, codice segreto, codice pin, parola d'ordine",
  current: 'attuale, vecchia, corrente, precedente, vecchio',
  fresh: `
    nuova, scegli, crea una password, imposta, nuovo, crea password, inserisci una nuova*,
    crea la tua password`,
  confirm: 'conferma*, ripeti*, ridigita, verifica, reinserisci, di nuovo, ancora una volta, nuovamente, riscrivi',
  rules: 'almeno, caratteri, minimo, deve contenere, una maiuscola, lunghezza minima',
  otp: `
    codice di verifica/sicurezza/autenticazione,
    codice sms/monouso/otp/temporaneo/ricevuto/dispositivo, due fattori, codice usa e getta,
    codice a 6 cifre`,
  companyCode: `
    azienda, società, ditta, filiale, agenzia, dominio, sede, ente, partita iva, punto vendita,
    negozio, istituto, concessionaria, rivenditore, spazio di lavoro, codice gruppo, impresa, base dati,
    codice scuola, studio`,
  notPassword: 'carta, chiave api, domanda di sicurezza, domanda/chiave segreta',
  captcha: "codice immagine, caratteri dell'immagine, testo dell'immagine, non sono un robot, risposta",
  search: '*cerca*, trova, parole chiave, filtra',
  newsletter: 'iscriviti alla*, resta aggiornato, ricevi le novità, rimani aggiornato',
  person: `
    nome, cognome, nascita, indirizzo, via, città, cap, paese, provincia, sesso, giorno, mese, anno,
    comune, telefono, professione, codice postale, nazione, numero civico, titolo`,
  signIn: `
    accedi, accesso, entra, autenticazione, autenticati, collegati, già registrato, già cliente,
    area riservata, area clienti, connettiti, effettua il login, area personale, hai già un account,
    *sblocca`,
  signUp: `
    registrati, registrazione, registra, iscriviti, iscrizione, crea/attiva account,
    crea un account/profilo, crea il tuo account, nuovo utente/cliente, unisciti, apri un conto, prova/inizia gratis`,
  reset: 'dimenticat*, reimposta*, recupera*, ripristina*, smarrita, recupero*, nuova password via*',
  forgot: `
    dimenticat*, recupera*, reimposta*, problemi di accesso, recupero*, password smarrita, non riesci*,
    non ricordi*`,
  change: `
    cambia password, cambia la password, modifica password, modifica la password, cambio password,
    nuova password, modifica della password, aggiorna password, cambiare password, cambia la tua password,
    password scaduta, password è scaduta`,
  remember: `
    ricorda*, resta/rimani collegato, rimani/resta connesso, mantieni*, dispositivo attendibile,
    memorizza*, salva utente`,
  terms: `
    accetto, termini, condizioni, informativa, ho letto, acconsento, privacy, trattamento dei dati,
    ho preso visione`,
  next: 'avanti, continua, prosegui, invia, conferma, procedi, successivo, verifica',
  save: 'salva*, applica, aggiorna, modifica, prova connessione, verifica connessione, aggiungi',
  manage: `
    modifica/nuovo/aggiungi/dettagli/profilo/crea/dati/anagrafica utente, gestione utenti/operatori,
    ruolo, permessi, modifica/nuovo/aggiungi operatore, ruoli`,
  settings: `
    server di posta, porta, crittografia, impostazioni, posta in uscita, posta in arrivo,
    server in uscita, rete wireless, nome host`,
}
