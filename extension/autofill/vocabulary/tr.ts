import type { Vocabulary } from './concepts.ts'

// Turkish adds endings to words: `şifre`, `şifreniz`, `şifresi` all mean password, but `şifreleme` means encryption.
export const tr: Vocabulary = {
  username: `
    *kullanıcı*, müşteri/üye/sicil/personel/kimlik/abone no,
    müşteri/üye/sicil/personel/kimlik/abone numarası, üye/hesap/giriş adı, tckn,
    temsilci/müşteri/personel kodu, rumuz`,
  email: 'e posta*, eposta*, elektronik posta',
  phone: 'telefon*, gsm',
  password: '*şifre, şifreniz*, şifresi*, şifreyi, şifremi, şifreni, *parola*, pin kodu',
  current: 'mevcut, eski, şimdiki, geçerli şifre*, geçerli parola*, güncel şifre*, şu anki',
  fresh: 'yeni, şifre belirle*, şifre oluştur*, parola belirle*, parola oluştur*',
  confirm: `
    tekrar*, yeniden, şifre onay*, şifreyi onayla*, şifrenizi onayla*, parola onay*, şifre doğrula*,
    şifreyi doğrula*, parola doğrula*, parolayı doğrula*`,
  rules: 'en az, karakter*, içermelidir',
  otp: `
    doğrulama kodu*, onay kodu*, sms kodu*, tek kullanımlık*, tek seferlik*, sms şifre*, iki adımlı*,
    iki aşamalı*, gelen kod*, güvenlik kodu*, 6 haneli*`,
  companyCode: `
    firma*, şirket*, kurum*, iş yeri kodu, işyeri kodu, şube kodu, şube no, bayi kodu, bayi no, mağaza kodu,
    işletme kodu, acente*, veritabanı, vergi no, kuruluş, alan adı, okul kodu`,
  notPassword: 'kart numara*, kart no, gizli soru*, güvenlik sorusu, api anahtar*',
  captcha: 'resimdeki*, görseldeki*, görüntüdeki*, güvenlik resmi, cevap*',
  search: 'ara, arama, aradığınız*, sorgula*, filtrele*, anahtar kelime*',
  newsletter: 'bülten*, abone ol*, haberdar*',
  person: 'adınız*, soyad*, isim, doğum*, adres*, şehir, ilçe, ülke, cinsiyet, meslek, posta kodu',
  signIn: 'giriş*, oturum*, zaten üye*, kimlik doğrulama, kilidi aç*, hesabım',
  signUp: `
    kayıt ol*, üye ol*, kaydol*, hesap oluştur*, hesap aç*, yeni hesap/kullanıcı/kayıt, yeni üye*,
    üyelik/kayıt formu, üyelik oluştur*, hesabınızı oluştur*`,
  reset: 'unuttu*, sıfırla*, şifre yenile*, şifre hatırlat*, yeni şifre al*',
  forgot: 'unuttu*, sıfırla*, hatırlat*, giriş yapamıyor*',
  change: `
    şifre değiştir*, şifremi değiştir*, şifrenizi değiştir*, şifre değişikliği, parola değiştir*,
    yeni şifre*, yeni parola*, şifre güncelle*, şifrenizin süresi*, şifre yenileme, parolanızın süresi*`,
  remember: 'beni hatırla*, hatırla, oturumu açık*, oturumum açık*, cihaza güven*',
  terms: 'kabul ediyorum, koşul*, sözleşme*, kvkk, okudum*, onaylıyorum, aydınlatma metni, gizlilik*',
  next: 'devam*, ileri, sonraki, gönder, onayla, tamam',
  save: 'kaydet*, uygula, güncelle*, değiştir*, ekle, bağlantıyı test*',
  manage: `
    kullanıcı ekle*, kullanıcı düzenle*, kullanıcı yönetimi/bilgileri, roller, yetki*, personel ekle*,
    temsilci ekle*, personel düzenle*, kullanıcılar, kullanıcı tanımla*`,
  settings: 'sunucu*, ayar*, şifreleme, bağlantı noktası, kablosuz ağ*, ağ anahtarı',
}
