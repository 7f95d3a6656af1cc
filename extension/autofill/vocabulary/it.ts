import type { Vocabulary } from './words.ts'

export const it: Vocabulary = {
  username: `
    *utente*, codice cliente, numero cliente, identificativo, codice fiscale, matricola, codice titolare`,
  email: 'posta elettronica',
  phone: 'telefono, cellulare',
  password: 'parola chiave, parola d ordine, codice segreto',
  current: 'attuale, vecchia, corrente, precedente',
  fresh: 'nuova, scegli, crea una password, imposta',
  confirm: 'conferma*, ripeti*, ridigita, verifica, reinserisci',
  rules: 'almeno, caratteri, minimo',
  otp: 'codice di verifica, codice di sicurezza, codice sms, codice monouso',
  companyCode: 'azienda, società, ditta, filiale, agenzia, dominio, sede, ente, partita iva',
  notPassword: 'carta, risposta, chiave api',
  captcha: "codice immagine, caratteri dell'immagine",
  search: '*cerca*, trova',
  newsletter: 'iscriviti alla*, resta aggiornato',
  person: `
    nome, cognome, nascita, indirizzo, via, città, cap, paese, provincia, sesso, giorno, mese, anno`,
  signIn: `
    accedi, accesso, entra, autenticazione, autenticati, collegati, già registrato, già cliente,
    area riservata, area clienti`,
  signUp: `
    registrati, registrazione, registra, iscriviti, iscrizione, crea account, crea un account,
    crea il tuo account, nuovo utente, nuovo cliente, unisciti`,
  reset: 'dimenticat*, reimposta*, recupera*, ripristina*, smarrita',
  forgot: 'dimenticat*, recupera*, reimposta*, problemi di accesso',
  change: `
    cambia password, cambia la password, modifica password, modifica la password, cambio password,
    nuova password`,
  remember: 'ricorda*, resta collegato, rimani connesso, mantieni*',
  terms: 'accetto, termini, condizioni, informativa, ho letto, acconsento',
  next: 'avanti, continua, prosegui, invia, conferma',
  save: 'salva*, applica, aggiorna, modifica, prova connessione',
  manage: `
    modifica utente, nuovo utente, aggiungi utente, gestione utenti, ruolo, permessi, dettagli utente`,
  settings: 'server di posta, porta, crittografia, impostazioni',
}
