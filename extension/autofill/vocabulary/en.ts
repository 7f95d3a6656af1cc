import type { Vocabulary } from './concepts.ts'

export const en: Vocabulary = {
  username: `
    *user name*, user id, user, *login*, log in, logon*, sign in name, account, member name,
    member/membership/customer/client/agent/employee/staff/student/badge/associate/dealer/broker/policy/rep/payroll/subscriber id/number,
    access/online/net/network/sso id/number, agent code, operator, identifier, identification, identity,
    nick, screen name, handle, uid, uname, usr, usrname, usuario, principal, patron, library card*, barcode`,
  email: '*e mail*, mail',
  phone: '*phone*, mobile, cell',
  password: `
    *password*, *passwd*, pass, pwd, *passphrase, passcode, pw, psw, pswd, userpass, pin`,
  current: 'current, old, existing, present, oldpass*, currentpass*, previous, cur, curpass*, actual',
  fresh: `
    new, newpass*, newpwd, choose, create, create password,
    set password, pick a password, desired password, reg password, register password, signup password,
    registration password`,
  confirm: `
    confirm*, *confirmation, repeat*, re enter*, re type*, again, verify, verification, verif, conf, check,
    pass 2, password 2, *passwordagain, *password check, rpt, redo, twice, same password, once more,
    *repass*`,
  rules: 'at least, minimum, min, characters, must contain, must be, strength, strong password',
  otp: `
    otp*, totp*, *onetime*, smsotp, one time*, authenticator*, auth token,
    token/enter/verification/security/auth/authentication/identification/sms/login code,
    2 fa, mfa, two factor*, access code sms, 6 digit/digits, two step code, passcode from, tan`,
  companyCode: `
    company*, tenant*, organi*, org, workspace*, domain, site/office code/id, client code, customer code,
    corporate*, business id, entity, agency*, branch, school, institution, partner code, group code,
    instance, subdomain, realm, database, facility, location code, merchant id, mandant, store number,
    employer*, account alias, account id, partner id, business unit, firm id, dealer code`,
  notPassword: `
    ssn, social security, memorable*, card, cvv, cvc, csc, api/access/secret/signing/shared key,
    api/client secret, token, passport*, account number, routing*, honeypot*, gift*, promo*, coupon`,
  card: '*card number, *card no, *credit card, debit card, cc number, ccnum*, cardnum*, cvv*, cvc*, csc',
  captcha: `
    *captcha*, security image, characters you see, type the text*, text you hear, letters shown,
    validation code, image code, robot, are you human, answer`,
  search: '*search*, query, find, keyword*, looking for, lookup, destination, filter',
  newsletter: `
    *newsletter*, *subscri*, mailing list, email/get updates, stay in touch, stay up to date,
    latest news, special offers, notify me, signup for email, email sign up, join our list, waitlist,
    waiting list`,
  person: `
    full/middle/given/family name, surname, fname, lname, your name, display name,
    birth*, dob, gender, sex, age, address, street, city, town, zip*, postal*, postcode, country, state,
    province, title, salutation, how did you hear, day, month, year, referral*, referred, invitation*,
    invite code, promo*, website, fax, time zone, bio, industry, first, last, security question, cc, card`,
  signIn: `
    *log in*, *sign in*, *logon*, log on, sign on, authenticate, authentication, enter your password,
    welcome back, returning*, already registered, already a member, existing customer/user*,
    have an account, account/member/client/secure access, unlock, session*, auth, log me in,
    access your account`,
  signUp: `
    *sign up*, *register*, *registration*, new account, new user, new customer*, open an account, join,
    get started, start free*, start trial, free trial, enroll*, subscribe, become a member, new member*,
    createaccount*, account creation, create, try it free, activate, activation, apply now, regform, reg,
    request access`,
  reset: `
    forgot*, reset*, recover*, lost password*, retrieve*, password help/assistance/request,
    send instructions, email me, remind, reminder, send me a link, set new/your password`,
  forgot: `
    forgot*, reset*, lost, trouble*, cant sign in, can t log in, recover*, can t access,
    need help signing in, problems signing in, dont remember, remind*, retrieve, cannot sign/log in,
    unable to log/sign in`,
  change: `
    change/update your password, change pass*, update/edit/new/modify password,
    password change/expired, change pwd, password has expired`,
  remember: `
    *remember*, keep me*, stay signed/logged in, stay connected, persistent*, trust this*,
    auto login, public computer, save my*, save user*, keep signed in`,
  terms: `
    terms, i agree, i accept, agree to, privacy policy, conditions, i have read, tos, over 18, 18 years,
    consent, opt in, marketing, special offers, receive*, newsletter`,
  next: 'next, continue, proceed, go, submit, ok, enter, verify',
  save: 'save, apply, update, test connection, send test, add user, create user, invite, done',
  manage: `
    edit/modify user/member/account/employee/agent/operator/customer, add/create user/agent, caller,
    verify the customer, customer verification, add new user, new user account,
    user details/management/role/administration/properties, update user, manage user/users, new agent, role,
    roles, permissions`,
  settings: `
    smtp*, imap, pop 3, ldap, mail/outgoing/incoming server, outgoing mail, proxy, hostname, host,
    port, server/ip address, server name, ftp, sftp, bind dn, base dn, encryption, connection string, wi fi,
    ssid, api, access token, token name, file/document/certificate/meeting password/passcode, webhook*, endpoint, jdbc*, data source, database host, service account, radius`,
}
