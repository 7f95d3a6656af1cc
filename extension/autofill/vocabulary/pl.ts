import type { Vocabulary } from './words.ts'

export const pl: Vocabulary = {
  username: `
    *użytkowni*, identyfikator, numer klienta, nr klienta, nazwa konta, pesel, numer pracownika,
    numer abonenta, numer umowy, numer kadrowy, id klienta, konto, kod pracownika, numer agenta,
    kod agenta, nick`,
  email: 'poczta elektroniczna',
  phone: 'telefon*, komórka',
  password: '*hasło*, hasła, haslo, hasłem, kod pin',
  current: 'obecne, aktualne, stare, dotychczasowe, bieżące, poprzednie, obecnego, aktualnego, starego',
  fresh: 'nowe, utwórz hasło, wybierz hasło, ustaw hasło, nowego hasła, nadaj hasło',
  confirm: 'potwierdź*, powtórz*, ponownie, jeszcze raz, potwierdzenie*, powtórzenie, powtórka',
  rules: 'co najmniej, znaków, przynajmniej, wielką literę',
  otp: `
    kod weryfikacyjny, kod sms, kod jednorazowy, kod uwierzytelniający, kod bezpieczeństwa, kod z sms,
    kod z aplikacji, kod autoryzacyjny, hasło jednorazowe, jednorazowy kod, hasło sms,
    weryfikacja dwuetapowa`,
  companyCode: `
    firma, firmy, oddział, domena, placówka, nip, kod klienta, jednostka, spółka, spółki, kod oddziału,
    kod sklepu, kod agencji, agencja, punkt sprzedaży, przedsiębiorstwo, przedsiębiorstwa, baza danych`,
  notPassword: 'karty, odpowiedź, klucz api, numer karty, kod cvv, pytanie pomocnicze, tajne pytanie',
  captcha: 'przepisz*, kod z obrazka, tekst z obrazka, znaki z obrazka',
  search: '*szukaj*, wyszukiwanie, znajdź, szukana*, filtruj',
  newsletter: 'biuletyn, subskrybuj, zapisz się, chcę otrzymywać',
  person: `
    imię, nazwisko, urodzenia, ulica, miasto, kod pocztowy, kraj, płeć, dzień, miesiąc, rok, adres,
    województwo, numer domu, data urodzenia`,
  signIn: `
    zaloguj*, logowanie, logowania, mam już konto, masz już konto, uwierzytelnianie, wejdź, panel klienta,
    strefa klienta, zalogować`,
  signUp: `
    zarejestruj*, rejestracja, rejestracji, załóż konto, utwórz konto, nowe konto, dołącz*,
    nowy użytkownik, nowy klient, rejestracyjny, utwórz nowe konto`,
  reset: 'zapomnia*, odzyskaj*, przypomnij*, przypomnienie, resetuj*, reset hasła, odzyskiwanie*',
  forgot: `
    zapomnia*, nie pamiętasz*, nie pamiętam*, odzyskaj*, przypomnij*, odzyskiwanie*, reset hasła,
    problem z logowaniem`,
  change: 'zmień hasło, zmiana hasła, nowe hasło, zmienić hasło, zmiany hasła',
  remember: 'zapamiętaj*, pamiętaj*, nie wylogowuj*, nie wyloguj*, pozostań zalogowan*',
  terms: `
    akceptuję, regulamin*, polityka prywatności, zgadzam się, wyrażam zgodę, oświadczam, zapoznałem*,
    zgodę`,
  next: 'dalej, następny, kontynuuj, wyślij, potwierdź',
  save: 'zapisz, zastosuj, aktualizuj, zmień, testuj*, zapisz zmiany, zaktualizuj',
  manage: `
    edytuj użytkownika, dodaj użytkownika, nowy użytkownik, zarządzanie użytkownikami, rola, uprawnienia,
    edycja użytkownika, dodawanie użytkownika, zarządzanie kontami, role, lista użytkowników`,
  settings: 'serwer, szyfrowanie, ustawienia, serwer poczty, serwera, adres serwera',
}
