import type { Vocabulary } from './words.ts'

export const en: Vocabulary = {
  username: `
    *user name*, user id, user, *login*, log in, logon*, sign in name, account, member id, member number,
    member name, membership number, customer id, customer number, client id, client number, agent id,
    agent code, employee id, employee number, staff id, student id, badge number, operator, identifier,
    identification, identity, nick, screen name, handle, uid, uname, usr, usrname, usuario, principal,
    patron, library card*, barcode`,
  email: '*e mail*, mail',
  phone: '*phone*, mobile, cell, tel',
  password: `
    *password*, *passwd*, pass, pwd, *passphrase, passcode, pw, pass word, psw, pswd, userpass, pin`,
  current: 'current, old, existing, present, oldpass*, currentpass*, previous, cur, curpass*, actual',
  fresh: `
    new, newpass*, newpwd, choose, create, create password,
    set password, pick a password, desired password, reg password, register password, signup password,
    registration password`,
  confirm: `
    confirm*, *confirmation, repeat*, re enter*, re type*, again, verify, verification, verif, conf,
    check, pass 2, password 2, *passwordagain, *password check, rpt, redo, twice, same password`,
  rules: 'at least, minimum, min, characters, must contain, must be, strength, strong password',
  otp: `
    otp*, totp*, *onetime*, smsotp, one time*, authenticator*, token code, tokencode, enter code, 2 fa, mfa, two factor*, verification code, security code, auth code,
    authentication code, authenticator code, access code sms, sms code, 6 digit*, two step code,
    passcode from, tan`,
  companyCode: `
    company*, tenant*, organi*, org, workspace*, domain, site code, site id, client code, customer code,
    corporate*, business id, entity, agency*, branch, school, institution, partner code, group code,
    instance, subdomain, realm, database, facility, location code, merchant id, mandant, store number,
    employer*, account alias`,
  notPassword: `
    ssn, social security, memorable*, card, cvv, cvc, csc, answer, api key, api secret, access key, secret key,
    token, client secret, passport*, account number, routing*, honeypot*, gift*, promo*, coupon`,
  card: '*card number, *card no, *credit card, debit card, cc number, ccnum*, cardnum*, cvv*, cvc*, csc',
  captcha: `
    *captcha*, security image, characters you see, type the text*, text you hear, letters shown,
    validation code, image code, robot, are you human`,
  search: '*search*, query, find, keyword*, looking for, lookup, destination, filter',
  newsletter: `
    *newsletter*, *subscri*, mailing list, email updates, stay in touch, stay up to date, get updates,
    latest news, special offers, notify me, signup for email, email sign up, join our list, waitlist,
    waiting list`,
  person: `
    full name, first name, last name, middle name, given name, family name, surname, fname, lname, your name, display name,
    birth*, dob, gender, sex, age, address, street, city, town, zip*, postal*, postcode, country, state,
    province, title, salutation, how did you hear, day, month, year, referral*, referred, invitation*,
    invite code, promo*, website, fax, confirm email, email confirm*, retype email, re enter email,
    verify email, time zone, bio, industry, first, last, security question, cc, card`,
  signIn: `
    *log in*, *sign in*, *logon*, log on, sign on, authenticate, authentication, enter your password,
    welcome back, returning*, already registered, already a member, existing customer*, existing user*,
    have an account, account access, member access, client access, unlock, session*, auth`,
  signUp: `
    *sign up*, *register*, *registration*, new account, new user, new customer*, open an account, join,
    get started, start free*, start trial, free trial, enroll*, subscribe, become a member, new member*,
    createaccount*, account creation, create, try it free, activate, activation, apply now, regform, reg`,
  reset: `
    forgot*, reset*, recover*, lost password*, retrieve*, password help, password assistance,
    send instructions, email me, remind, reminder, send me a link, password request, set new password,
    set your password`,
  forgot: `
    forgot*, reset*, lost, trouble*, cant sign in, can t log in, recover*, can t access,
    need help signing in, problems signing in, dont remember, remind*, retrieve`,
  change: `
    change your password, change pass*, update password, update your password, password change,
    change pwd, edit password, new password, modify password`,
  remember: `
    *remember*, keep me*, stay signed in, stay logged in, stay connected, persistent*, trust this*,
    auto login, public computer, save my*`,
  terms: `
    terms, i agree, i accept, agree to, privacy policy, conditions, i have read, tos, over 18, 18 years,
    consent, opt in, marketing, special offers, receive*, newsletter`,
  next: 'next, continue, proceed, go, submit, ok, enter, verify',
  save: 'save, apply, update, test connection, send test, add user, create user, invite, done',
  manage: `
    edit user, caller, verify the customer, customer verification, add user, add new user, new user account, create user, user details, user management,
    manage users, edit member, edit account, edit employee, edit agent, edit operator, edit customer,
    add agent, new agent, role, roles, permissions, user role, user administration`,
  settings: `
    smtp*, imap, pop 3, ldap, mail server, outgoing mail, outgoing server, incoming server, proxy,
    hostname, host, port, server address, server name, ftp, sftp, bind dn, base dn, encryption,
    connection string, wi fi, ssid, webhook*, endpoint`,
}
