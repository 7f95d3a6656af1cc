import { describe, expect, it } from 'vitest'
import { plain, says, type Concept } from './words.ts'

describe('the words on a page', () => {
  it.each([
    ['txtUserName', 'txt user name'],
    ['Prénom\n d’usage *', 'prenom d usage'],
    ['new_password1', 'new password 1'],
    ['Kundennr. (10-stellig)', 'kundennr 10 stellig'],
  ])('%j is read as %j', (text, read) => {
    expect(plain(text)).toBe(read)
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
  ])('%s is heard in %j', (concept, text) => {
    expect(says(concept, plain(text))).toBe(true)
  })

  it.each<[Concept, string]>([
    ['fresh', 'Renew my subscription'],
    ['current', 'Currency'],
    ['username', 'Computers'],
    ['settings', 'Portrait'],
    ['username', ''],
  ])('%s is not heard in %j', (concept, text) => {
    expect(says(concept, plain(text))).toBe(false)
  })
})
