import type { Vocabulary } from './words.ts'

export const ro: Vocabulary = {
  username: `
    *utilizator*, identificator, cod client, număr client, număr de client, cod abonat, cod agent,
    cod operator, cod angajat, număr angajat, marcă angajat, cnp`,
  email: 'poștă electronică, poșta electronică, adresă de mail',
  phone: 'telefon*, număr de mobil',
  password: '*parolă*, parolei, cod pin',
  current: 'actuală, parola veche, veche, vechea, curentă',
  fresh: 'nouă, noua, alege o parolă, alegeți o parolă, creează o parolă, setează parola, setați parola',
  confirm: 'repetă*, repetați*, reintrodu*, din nou, încă o dată',
  rules: 'cel puțin, caractere, trebuie să conțină',
  otp: `
    cod de verificare, cod de securitate, cod sms, cod unic, cod de unică folosință, cod primit,
    cod de autentificare, codul primit, codul din aplicație`,
  companyCode: `
    cod firmă, firmă, companie, societate, sucursală, filială, agenție, punct de lucru, cod magazin,
    unitate, domeniu, organizație, cod fiscal, bază de date`,
  notPassword: 'număr card, numărul cardului, răspuns, cheie api, întrebare de securitate',
  captcha: 'codul din imagine, caracterele din imagine, textul din imagine',
  search: 'caută*, căutare, căutați, cuvinte cheie, filtrează',
  newsletter: 'abonează*, abonați*, abonare, buletin informativ, noutăți',
  person: `
    nume, prenume, adresă, oraș, localitate, județ, stradă, cod poștal, nașterii, naștere, vârstă`,
  signIn: `
    autentificare, autentifică*, autentificați*, conectare, conectează*, conectați*, intră în cont,
    am deja cont, ai deja cont, aveți deja cont, logare, deja client`,
  signUp: `
    înregistrare, înregistrează*, înregistrați*, creează cont, creează un cont, creați un cont,
    creare cont, cont nou, client nou, înscrie te, înscriere, deschide un cont`,
  reset: 'am uitat*, ai uitat*, ați uitat*, resetează*, recuperează*, recuperare*, parolă pierdută',
  forgot: 'uitat, resetează*, recuperează*, recuperare*, probleme la autentificare',
  change: `
    schimbă parola, schimbați parola, schimbare parolă, schimbarea parolei, modifică parola, parola nouă,
    parolă nouă`,
  remember: 'ține mă minte, ține minte, rămâi conectat, rămâi autentificat, păstrează mă*, memorează*',
  terms: 'sunt de acord, termenii, termeni, politica de confidențialitate, am citit',
  next: 'continuă, continuați, mai departe, înainte, trimite, confirmă',
  save: 'salvează*, salvați, salvare, actualizează*, aplică, modifică, testează*',
  manage: `
    editare utilizator, editează utilizatorul, adaugă utilizator, adăugare utilizator,
    administrare utilizatori, gestionare utilizatori, roluri, drepturi, permisiuni, adaugă agent`,
  settings: 'setări, gazdă, criptare, server de ieșire, server de mail',
}
