import type { Vocabulary } from './concepts.ts'

/**
 * The words of eight languages (Swedish, Danish, Norwegian, Finnish, Hungarian, Indonesian, Vietnamese, Croatian) that tell a sign-in
 * from a sign-up.
 */
export const fewLatin: Vocabulary = {
  username: `
    användarnamn, brukernavn, brugernavn, personnummer, kundnummer, kundenummer, käyttäjätunnus, käyttäjänimi, felhasználónév, nama pengguna,
    tên đăng nhập, tài khoản, korisničko ime`,
  email: 'e post, epost*, sähköposti*, surel',
  password: '*lösenord*, *adgangskode*, *kodeord*, *passord*, *salasana*, *jelszó*, sandi, mật khẩu, *lozink*',
  current: 'nuvarande, gammalt, nuværende, nåværende, gammelt, nykyinen, vanha, jelenlegi, régi, saat ini, hiện tại',
  fresh: 'nytt, nyt, ny adgangskode, välj, vælg, velg, uusi, valitse, új, baru, mới, nova lozinka',
  confirm: `
    bekräfta*, upprepa*, bekræft*, gentag*, bekreft*, gjenta*, vahvista*, toista*, uudelleen, megerősít*, újra, ismét, konfirmasi*, ulangi*,
    xác nhận*, nhập lại*, ponovi*, potvrdi*`,
  otp: 'engångskod, verifieringskod, engangskode, bekreftelseskode, vahvistuskoodi, ellenőrző kód, kode verifikasi, mã xác*',
  signIn: `
    logga in, inloggning*, log ind*, logg inn, innlogging*, kirjaudu*, bejelentkez*, belépés, masuk, đăng nhập, prijavi se, prijava`,
  signUp: `
    skapa konto, bli medlem, opret*, tilmeld*, registrer*, luo tili, rekisteröi*, regisztrá*,
    fiók létrehozása, daftar, đăng ký, registracija, registriraj*`,
  reset:
    'glömt*, glemt*, unohdi*, unohtu*, elfelejtett*, lupa kata*, quên*, zaboravlj*, återställ*, nulstil*, tilbakestill*',
  forgot: 'glömt*, glemt*, unohdi*, unohtu*, elfelejtett*, lupa kata*, quên*, zaborav*',
  change: `
    ändra lösenord, byt lösenord, skift adgangskode, bytt passord, endre passord, vaihda salasana, jelszó módosítása, ubah kata sandi,
    đổi mật khẩu`,
  remember: 'kom ihåg*, husk*, förbli inloggad, muista*, emlékezz*, maradjak*, ingat saya, ghi nhớ*, zapamti*',
  next: 'nästa, fortsätt, næste, fortsæt, neste, fortsett, seuraava, jatka, tovább, következő, lanjut*, tiếp*, dalje',
}
