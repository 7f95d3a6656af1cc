import type { Vocabulary } from './concepts.ts'

export const ca: Vocabulary = {
  username: 'identificador, usuari, número de client',
  email: 'correu*, adreça electrònica',
  phone: 'telèfon',
  password: '*contrasenya',
  current: 'antiga',
  fresh: 'nova',
  confirm: 'repeteix*, repetiu',
  otp: 'codi de verificació',
  companyCode: 'empresa, codi client',
  search: 'cerca*',
  person: 'cognom*, naixement, carrer, ciutat',
  signIn: 'accedir, inicia sessió, inicieu la sessió, identificat, connecta*, iniciar la sessió',
  signUp: "registra't, registreu vos, crea/crear un compte, crea el teu compte",
  reset: 'recuperar la contrasenya, restableix*',
  forgot: 'oblidat*',
  remember: "recorda'm, recordar",
  terms: 'accepto, condicions',
  next: 'següent, continua',
  save: 'desar',
}
