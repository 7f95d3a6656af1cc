import type { Vocabulary } from './words.ts'

export const pl: Vocabulary = {
  username: '*użytkowni*, identyfikator, numer klienta, nr klienta, nazwa konta, pesel, numer pracownika',
  email: 'poczta elektroniczna',
  phone: 'telefon*, komórka',
  password: '*hasło*, hasła, haslo',
  current: 'obecne, aktualne, stare, dotychczasowe, bieżące',
  fresh: 'nowe, utwórz hasło, wybierz hasło, ustaw hasło',
  confirm: 'potwierdź*, powtórz*, ponownie, jeszcze raz',
  rules: 'co najmniej, znaków',
  otp: 'kod weryfikacyjny, kod sms, kod jednorazowy, kod uwierzytelniający, kod bezpieczeństwa',
  companyCode: 'firma, firmy, oddział, domena, placówka, nip, kod klienta, jednostka',
  notPassword: 'karty, odpowiedź, klucz api',
  captcha: 'przepisz*, kod z obrazka',
  search: '*szukaj*, wyszukiwanie, znajdź',
  newsletter: 'biuletyn, subskrybuj, zapisz się',
  person: 'imię, nazwisko, urodzenia, ulica, miasto, kod pocztowy, kraj, płeć, dzień, miesiąc, rok, adres',
  signIn: 'zaloguj*, logowanie, logowania, mam już konto, masz już konto, uwierzytelnianie, wejdź',
  signUp: `
    zarejestruj*, rejestracja, rejestracji, załóż konto, utwórz konto, nowe konto, dołącz*,
    nowy użytkownik, nowy klient`,
  reset: 'zapomnia*, odzyskaj*, przypomnij*, przypomnienie',
  forgot: 'zapomnia*, nie pamiętasz*, nie pamiętam*, odzyskaj*, przypomnij*',
  change: 'zmień hasło, zmiana hasła, nowe hasło',
  remember: 'zapamiętaj*, pamiętaj*, nie wylogowuj*',
  terms: 'akceptuję, regulamin*, polityka prywatności, zgadzam się, wyrażam zgodę',
  next: 'dalej, następny, kontynuuj, wyślij, potwierdź',
  save: 'zapisz, zastosuj, aktualizuj, zmień, testuj*',
  manage: `
    edytuj użytkownika, dodaj użytkownika, nowy użytkownik, zarządzanie użytkownikami, rola, uprawnienia`,
  settings: 'serwer, szyfrowanie, ustawienia',
}
