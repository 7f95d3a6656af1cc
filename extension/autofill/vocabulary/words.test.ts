import { describe, expect, it } from 'vitest'
import { LATIN } from './latin.ts'
import { OTHER } from './other.ts'
import { OWN } from './own.ts'
import { loadWords, normalize, mentions, type Concept } from './words.ts'

loadWords([OWN, LATIN, OTHER])

describe('the words on a page', () => {
  it.each([
    ['txtUserName', 'txt user name'],
    ['Prénom\n d’usage *', 'prenom d usage'],
    ['new_password1', 'new password 1'],
    ['Kundennr. (10-stellig)', 'kundennr 10 stellig'],
    ['KULLANICI ADI', 'kullanici adi'],
    ['Kullanıcı Adı', 'kullanici adi'],
    ['GİRİŞ', 'giris'],
    ['Autentificaţi-vă', 'autentificati va'],
    ['Autentificați-vă', 'autentificati va'],
    ['Hasło', 'haslo'],
    ['كَلِمَةُ المُرور', 'كلمه المرور'],
    ['كلمـــة المرور', 'كلمه المرور'],
  ])('%j is normalised to %j', (text, read) => {
    expect(normalize(text)).toBe(read)
  })

  it.each<[Concept, string]>([
    ['username', 'Benutzername'],
    ['username', "Nom d'utilisateur"],
    ['username', 'txtUsername'],
    ['companyCode', 'Code société'],
    ['companyCode', 'tenantId'],
    ['confirm', 'Wiederholen Sie das Passwort'],
    ['fresh', 'Nouveau mot de passe'],
    ['signIn', 'Iniciar sesión'],
    ['signUp', 'Załóż konto'],
    ['forgot', 'Wachtwoord vergeten?'],
    ['password', '密码'],
    ['companyCode', "N° d'agence"],
    ['username', 'N° d’agent'],
    ['companyCode', 'Code point de vente'],
    ['username', 'Code vendeur'],
    ['manage', 'Créer un agent'],
    ['remember', 'Faire confiance à cet appareil'],
    ['companyCode', 'Cod firmă'],
    ['username', 'Nume de utilizator'],
    ['password', 'Parola'],
    ['signIn', 'Autentificaţi-vă'],
    ['signUp', 'Creează cont'],
    ['forgot', 'Ai uitat parola?'],
    ['username', 'KULLANICI ADI'],
    ['username', 'txtKullaniciAdi'],
    ['password', 'ŞİFRENİZ'],
    ['companyCode', 'Firma Kodu'],
    ['signIn', 'GİRİŞ YAP'],
    ['signUp', 'Üye Ol'],
    ['forgot', 'Şifremi unuttum'],
    ['username', 'اسم المستخدم:'],
    ['password', 'كَلِمَةُ المُرور'],
    ['password', 'كلمـــة مرورك'],
    ['companyCode', 'رمز الشركة'],
    ['companyCode', 'وبشركتكم'],
    ['email', 'بريدك الإلكتروني'],
    ['signIn', 'تسجيل الدخول'],
    ['signUp', 'إنشاء حساب جديد'],
    ['forgot', 'هل نسيت كلمة المرور؟'],
    ['username', '工号'],
    ['companyCode', '企業コード'],
    ['username', 'Табельный номер'],
    ['signIn', '登 录'],
    ['username', 'N° adhérent'],
    ['username', 'Code d’accès'],
    ['manage', 'Gestion des conseillers'],
    ['manage', 'Nouvel agent'],
    ['signIn', 'Logga in'],
    ['password', 'סיסמה'],
  ])('%s is found in %j', (concept, text) => {
    expect(mentions(concept, normalize(text))).toBe(true)
  })

  it.each<[Concept, string]>([
    ['fresh', 'Renew my subscription'],
    ['current', 'Currency'],
    ['username', 'Computers'],
    ['settings', 'Portrait'],
    ['username', ''],
    ['password', 'Şifreleme'],
    ['email', 'الرمز البريدي'],
    ['signUp', 'تسجيل الدخول'],
    ['companyCode', 'Matricule'],
    ['username', 'Code société'],
    ['fresh', 'Parola'],
    ['companyCode', 'confirmation'],
    ['username', 'Code agence'],
  ])('%s is not found in %j', (concept, text) => {
    expect(mentions(concept, normalize(text))).toBe(false)
  })
})
