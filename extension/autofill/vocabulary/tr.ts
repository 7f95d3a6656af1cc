import type { Vocabulary } from './words.ts'

// Turkish says with endings what others say with words: `şifre`, `şifreniz`, `şifresi`; but `şifreleme` is encryption.
export const tr: Vocabulary = {
  username: `
    *kullanıcı*, müşteri no, müşteri numarası, üye no, üye numarası, üye adı, sicil no, sicil numarası,
    personel no, personel numarası, kimlik no, kimlik numarası, tckn, abone no, abone numarası,
    temsilci kodu, müşteri kodu, hesap adı, rumuz`,
  email: 'e posta*, eposta*, elektronik posta',
  phone: 'telefon*, cep telefon*, gsm',
  password: '*şifre, şifreniz*, şifresi*, şifreyi, şifremi, şifreni, *parola*, pin kodu',
  current: 'mevcut, eski, şimdiki, geçerli şifre*, geçerli parola*, güncel şifre*',
  fresh: 'yeni, şifre belirle*, şifre oluştur*, parola belirle*, parola oluştur*',
  confirm: `
    tekrar*, yeniden, şifre onay*, şifreyi onayla*, şifrenizi onayla*, parola onay*, şifre doğrula*,
    şifreyi doğrula*, parola doğrula*`,
  rules: 'en az, karakter*, içermelidir',
  otp: `
    doğrulama kodu*, onay kodu*, sms kodu*, tek kullanımlık*, tek seferlik*, sms şifre*, iki adımlı*,
    iki aşamalı*, gelen kod*`,
  companyCode: `
    firma*, şirket*, kurum*, iş yeri kodu, işyeri kodu, şube kodu, şube no, bayi kodu, bayi no,
    mağaza kodu, işletme kodu, acente*, veritabanı`,
  notPassword: 'kart numara*, kart no, gizli soru*, güvenlik sorusu, api anahtar*, cevap*',
  captcha: 'resimdeki*, görseldeki*, görüntüdeki*, güvenlik resmi',
  search: 'ara, arama, aradığınız*, sorgula*, filtrele*, anahtar kelime*',
  newsletter: 'bülten*, abone ol*, haberdar*',
  person: `
    adınız*, soyad*, ad soyad*, adı soyadı, isim, doğum*, adres*, şehir, ilçe, ülke, cinsiyet, meslek,
    posta kodu`,
  signIn: `
    giriş*, oturum*, zaten üye*, kimlik doğrulama`,
  signUp: `
    kayıt ol*, üye ol*, kaydol*, hesap oluştur*, hesap aç*, yeni hesap, yeni üye*, yeni kullanıcı,
    üyelik formu, üyelik oluştur*, kayıt formu, hesabınızı oluştur*`,
  reset: 'unuttu*, sıfırla*, şifre yenile*, şifre hatırlat*, yeni şifre al*',
  forgot: 'unuttu*, sıfırla*, hatırlat*, giriş yapamıyor*',
  change: `
    şifre değiştir*, şifremi değiştir*, şifrenizi değiştir*, şifre değişikliği, parola değiştir*,
    yeni şifre*, yeni parola*, şifre güncelle*`,
  remember: 'beni hatırla*, hatırla, oturumu açık*, oturumum açık*',
  terms: 'kabul ediyorum, koşul*, sözleşme*, kvkk, okudum*, onaylıyorum, aydınlatma metni, gizlilik*',
  next: 'devam*, ileri, sonraki, gönder, onayla, tamam',
  save: 'kaydet*, uygula, güncelle*, değiştir*, ekle',
  manage: `
    kullanıcı ekle*, kullanıcı düzenle*, kullanıcı yönetimi, roller, yetki*, personel ekle*,
    temsilci ekle*`,
  settings: 'sunucu*, ayar*, şifreleme, bağlantı noktası',
}
