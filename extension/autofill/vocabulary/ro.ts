import type { Vocabulary } from './concepts.ts'

export const ro: Vocabulary = {
  username: `
    *utilizator*, identificator, cod client/abonat/agent/operator/angajat, număr client,
    număr de client, număr/marcă angajat, cnp`,
  email: 'adresă de mail, poștă electronică',
  phone: 'telefon*, număr de mobil',
  password: '*parolă*, parolei, cod pin',
  current: 'actuală, veche, vechea, curentă',
  fresh: 'alege o parolă, alegeți o parolă, creează o parolă, setează parola, setați parola, nouă',
  confirm: 'repetă*, reintrodu*, din nou, încă o dată',
  rules: 'cel puțin, caractere, trebuie să conțină',
  otp: `
    cod de verificare/securitate/autentificare, cod sms/unic/primit, cod de unică folosință,
    codul primit, codul din aplicație`,
  companyCode: `
    firmă, companie, societate, sucursală, filială, agenție, punct de lucru, cod magazin, unitate,
    domeniu, organizație, cod fiscal, bază de date`,
  notPassword: 'număr card, numărul cardului, cheie api, întrebare de securitate',
  captcha: 'codul din imagine, caracterele din imagine, textul din imagine, răspuns',
  search: 'caută*, cuvinte cheie, filtrează',
  newsletter: 'abonează*, abonați*, abonare, buletin informativ, noutăți',
  person: `
    nume, prenume, adresă, oraș, localitate, județ, stradă, cod poștal, nașterii, naștere, vârstă`,
  signIn: `
    autentifică*, conectare, conectează*, conectați*, intră în cont, am deja cont, ai deja cont,
    aveți deja cont, logare, deja client`,
  signUp: `
    înregistrare, înregistrează*, înregistrați*, creează cont, creează/creați/deschide un cont,
    creare cont, cont nou, client nou, înscrie te, înscriere`,
  reset: 'am uitat*, ai uitat*, ați uitat*, resetează*, recuperează*, recuperare*, parolă pierdută',
  forgot: 'uitat, resetează*, recuperează*, recuperare*, probleme la autentificare',
  change: 'schimbă parola, schimbați parola, schimbare parolă, schimbarea parolei, modifică parola, parolă nouă',
  remember: 'ține mă minte, ține minte, rămâi conectat/autentificat, păstrează mă*, memorează*',
  terms: 'sunt de acord, termenii, termeni, politica de confidențialitate, am citit',
  next: 'continuă, continuați, mai departe, înainte, trimite, confirmă',
  save: 'salvează*, salvați, salvare, actualizează*, aplică, modifică, testează*',
  manage: `
    editare/adaugă/adăugare utilizator, editează utilizatorul, administrare/gestionare utilizatori,
    roluri, drepturi, permisiuni, adaugă agent`,
  settings: 'setări, gazdă, criptare, server de ieșire, server de mail',
}
