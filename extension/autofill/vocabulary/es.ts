import type { Vocabulary } from './words.ts'

export const es: Vocabulary = {
  username: `
    *usuario*, número de cliente, número de socio, identificador, identificación, cuenta, alias, dni,
    nif, rut, cédula, documento, número de empleado, código de agente, identificativo`,
  email: 'correo',
  phone: 'teléfono, móvil, celular',
  password: '*contraseña*, clave, contrasenya',
  current: 'antigua, anterior, vigente',
  fresh: 'nueva, nuevo, elegir, elige, crear contraseña, crea una contraseña, crear una contraseña',
  confirm: 'repetir*, repita, repite, verificar, de nuevo, otra vez, reescribir*',
  rules: 'al menos, caracteres, mínimo, debe contener',
  otp: `
    código de verificación, código de seguridad, código sms, código de un solo uso, código recibido,
    código de autenticación`,
  companyCode: `
    empresa*, compañía, sociedad, código de cliente, dominio, sucursal, oficina, centro, delegación,
    entidad, inquilino, cif`,
  notPassword: 'tarjeta, respuesta, clave api, pregunta secreta',
  captcha: 'caracteres de la imagen, texto de la imagen, código de la imagen',
  search: '*buscar*, búsqueda, encontrar, palabra clave, filtrar',
  newsletter: 'boletín, suscrib*, suscripción, novedades',
  person: `
    nombre, apellido, apellidos, nacimiento, dirección, calle, ciudad, país, provincia, sexo, género,
    día, mes, año, tratamiento`,
  signIn: `
    iniciar sesión, inicia sesión, inicie sesión, inicio de sesión, acceder, acceso, accede, entrar,
    entra, ingresar, ingreso, ingresa, identificarse, identifícate, conectarse, conectar,
    ya tengo cuenta, ya soy cliente, ya estoy registrado, autenticación, área de clientes`,
  signUp: `
    regístrate, registrarse, registrarme, registrar, registro, crear cuenta, crear una cuenta,
    crea tu cuenta, crear mi cuenta, date de alta, darse de alta, nuevo usuario, nuevo cliente, únete,
    unirse, inscribirse, inscripción, abrir cuenta, soy nuevo`,
  reset: 'olvid*, restablecer*, recuperar*, recuperación*, reestablecer*',
  forgot: 'olvid*, recuperar*, restablecer*, problemas para*',
  change: `
    cambiar contraseña, cambiar la contraseña, cambiar tu contraseña, cambio de contraseña,
    cambiar clave, cambio de clave, modificar contraseña, nueva contraseña`,
  remember: 'recordar*, recuérdame, mantener la sesión*, mantenerme*, no cerrar sesión',
  terms: 'acepto, términos, condiciones, política de privacidad, he leído, deseo recibir',
  next: 'siguiente, continuar, seguir, aceptar, enviar',
  save: 'guardar*, aplicar, actualizar, modificar, probar*, añadir usuario',
  manage: `
    editar usuario, nuevo usuario, añadir usuario, crear usuario, gestión de usuarios,
    administración de usuarios, rol, permisos, datos del usuario, modificar usuario`,
  settings: 'servidor, puerto, cifrado, configuración',
}
