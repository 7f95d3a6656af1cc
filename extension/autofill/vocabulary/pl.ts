import type { Vocabulary } from './concepts.ts'

export const pl: Vocabulary = {
  username: `
    *użytkowni*, identyfikator, numer klienta/pracownika/abonenta/umowy/kadrowy/agenta/identyfikacyjny,
    nr/id klienta, nazwa konta, pesel, konto, kod pracownika, kod agenta, nick, nik`,
  email: 'poczta elektroniczna',
  phone: 'telefon*, komórka',
  password: '*hasło*, hasła, hasłem, kod pin',
  current: 'obecne, aktualne, stare, dotychczasowe, bieżące, poprzednie, obecnego, aktualnego, starego',
  fresh: 'nowe, utwórz hasło, wybierz hasło, ustaw hasło, nowego hasła, nadaj hasło',
  confirm: 'potwierdź*, powtórz*, ponownie, jeszcze raz, powtórka',
  rules: 'co najmniej, znaków, przynajmniej, wielką literę',
  otp: `
    kod weryfikacyjny/sms/jednorazowy/uwierzytelniający/bezpieczeństwa/autoryzacyjny,
    kod z sms/aplikacji, hasło jednorazowe/sms, jednorazowy kod, weryfikacja dwuetapowa, 6 cyfrowy*`,
  companyCode: `
    firma, firmy, oddział, domena, placówka, nip, kod klienta, jednostka, spółka, spółki, kod oddziału,
    kod sklepu, kod agencji, agencja, punkt sprzedaży, przedsiębiorstwo, przedsiębiorstwa, baza danych,
    instytucja, szkoła, numer sklepu, podmiot`,
  notPassword: 'karty, klucz api, kod cvv, pytanie pomocnicze, tajne pytanie',
  captcha: 'przepisz*, kod z obrazka, tekst z obrazka, znaki z obrazka, odpowiedź',
  search: '*szukaj*, wyszukiwanie, znajdź, szukana*, filtruj',
  newsletter: 'biuletyn, subskrybuj, zapisz się, chcę otrzymywać',
  person: `
    imię, nazwisko, urodzenia, ulica, miasto, kod pocztowy, kraj, płeć, dzień, miesiąc, rok, adres,
    województwo, numer domu`,
  signIn: `
    zaloguj*, logowanie, logowania, mam już konto, masz już konto, uwierzytelnianie, wejdź, panel klienta,
    strefa klienta, zalogować, mam konto, odblokuj`,
  signUp: `
    zarejestruj*, rejestracja, rejestracji, załóż/utwórz/nowe/stwórz konto, dołącz*, nowy użytkownik,
    nowy klient, rejestracyjny, utwórz nowe konto`,
  reset: 'zapomnia*, odzyskaj*, przypomnij*, przypomnienie, resetuj*, reset hasła, odzyskiwanie*',
  forgot: `
    zapomnia*, nie pamiętasz*, nie pamiętam*, odzyskaj*, przypomnij*, odzyskiwanie*, reset hasła,
    problem z logowaniem, zresetuj*`,
  change: 'zmień hasło, zmiana hasła, nowe hasło, zmienić hasło, zmiany hasła, hasło wygasło, aktualizacja hasła',
  remember: 'zapamiętaj*, pamiętaj*, nie wylogowuj*, nie wyloguj*, pozostań zalogowan*, zaufaj temu*',
  terms: 'akceptuję, regulamin*, polityka prywatności, zgadzam się, oświadczam, zapoznałem*, zgodę',
  next: 'dalej, następny, kontynuuj, wyślij, potwierdź',
  save: 'zapisz, zastosuj, aktualizuj, zmień, testuj*, zaktualizuj, dodaj',
  manage: `
    edytuj/dodaj/edycja/dodawanie/dane użytkownika, nowy użytkownik, zarządzanie użytkownikami/kontami,
    rola, uprawnienia, role, lista użytkowników, użytkownicy, dodaj pracownika`,
  settings: 'serwer, szyfrowanie, ustawienia, serwera, klucz sieci',
}
