import type { Vocabulary } from './words.ts'

export const it: Vocabulary = {
  username: `
    *utente*, codice cliente, numero cliente, identificativo, codice fiscale, matricola, codice titolare,
    id utente, codice operatore, codice agente, codice dipendente, numero di matricola, codice socio,
    codice abbonato, codice adesione, numero tessera, nome account, soprannome`,
  email: 'posta elettronica',
  phone: 'telefono, cellulare, numero di telefono, numero di cellulare',
  password: "parola chiave, parola d ordine, codice segreto, codice pin, parola d'ordine",
  current: 'attuale, vecchia, corrente, precedente, vecchio',
  fresh: `
    nuova, scegli, crea una password, imposta, nuovo, scegli una password, crea password,
    inserisci una nuova*`,
  confirm: 'conferma*, ripeti*, ridigita, verifica, reinserisci, di nuovo, ancora una volta',
  rules: 'almeno, caratteri, minimo, deve contenere, una maiuscola, lunghezza minima',
  otp: `
    codice di verifica, codice di sicurezza, codice sms, codice monouso, codice otp, codice temporaneo,
    codice di autenticazione, codice ricevuto, due fattori, codice usa e getta`,
  companyCode: `
    azienda, società, ditta, filiale, agenzia, dominio, sede, ente, partita iva, codice ditta,
    punto vendita, negozio, istituto, concessionaria, rivenditore, spazio di lavoro, codice gruppo,
    impresa, base dati`,
  notPassword: `
    carta, risposta, chiave api, numero carta, domanda di sicurezza, domanda segreta, chiave segreta`,
  captcha: "codice immagine, caratteri dell'immagine, testo dell'immagine, non sono un robot",
  search: '*cerca*, trova, ricerca, parole chiave, filtra',
  newsletter: 'iscriviti alla*, resta aggiornato, ricevi le novità, rimani aggiornato',
  person: `
    nome, cognome, nascita, indirizzo, via, città, cap, paese, provincia, sesso, giorno, mese, anno,
    data di nascita, comune, telefono, professione, codice postale, nazione, numero civico, titolo`,
  signIn: `
    accedi, accesso, entra, autenticazione, autenticati, collegati, già registrato, già cliente,
    area riservata, area clienti, connettiti, effettua il login, area personale, accesso clienti,
    accesso operatori`,
  signUp: `
    registrati, registrazione, registra, iscriviti, iscrizione, crea account, crea un account,
    crea il tuo account, nuovo utente, nuovo cliente, unisciti, crea un profilo, nuova registrazione,
    apri un conto`,
  reset: `
    dimenticat*, reimposta*, recupera*, ripristina*, smarrita, password smarrita, recupero*,
    nuova password via*`,
  forgot: `
    dimenticat*, recupera*, reimposta*, problemi di accesso, recupero*, password smarrita, non riesci*`,
  change: `
    cambia password, cambia la password, modifica password, modifica la password, cambio password,
    nuova password, modifica della password, aggiorna password, cambiare password, cambia la tua password`,
  remember: `
    ricorda*, resta collegato, rimani connesso, mantieni*, ricordami, rimani collegato, resta connesso,
    dispositivo attendibile`,
  terms: `
    accetto, termini, condizioni, informativa, ho letto, acconsento, privacy, trattamento dei dati,
    ho preso visione`,
  next: 'avanti, continua, prosegui, invia, conferma, procedi, successivo, verifica',
  save: `
    salva*, applica, aggiorna, modifica, prova connessione, salva modifiche, verifica connessione,
    aggiungi utente`,
  manage: `
    modifica utente, nuovo utente, aggiungi utente, gestione utenti, ruolo, permessi, dettagli utente,
    modifica operatore, nuovo operatore, aggiungi operatore, gestione operatori, ruoli, profilo utente,
    crea utente`,
  settings: `
    server di posta, porta, crittografia, impostazioni, posta in uscita, posta in arrivo,
    server in uscita, rete wireless, nome host`,
}
