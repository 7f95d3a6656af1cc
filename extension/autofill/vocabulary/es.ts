import type { Vocabulary } from './concepts.ts'

export const es: Vocabulary = {
  username: `
    *usuario*, número de cliente/socio/empleado/colaborador, identificador, identificación, cuenta,
    alias, dni, nif, rut, cédula, documento, código de agente/empleado, identificativo, nº de socio, curp,
    legajo, nómina`,
  email: 'correo',
  phone: 'teléfono, móvil, celular',
  password: '*contraseña*, clave, contrasenya',
  current: 'antigua, anterior, vigente',
  fresh: 'nueva, nuevo, elegir, elige, crear contraseña, crea una contraseña, crear una contraseña',
  confirm: 'repetir*, repita, repite, verificar, de nuevo, otra vez, reescribir*, vuelva a*, vuelve a*, reingres*',
  rules: 'al menos, caracteres, mínimo, debe contener',
  otp: `
    código de verificación/seguridad/autenticación, código sms/recibido/temporal/enviado,
    código/clave de un solo uso, clave dinámica`,
  companyCode: `
    empresa*, compañía, sociedad, código de cliente, dominio, sucursal, oficina, centro, delegación,
    entidad, inquilino, cif, ruc, tienda, base de datos, institución, razón social, código de comercio`,
  notPassword: 'tarjeta, clave api, pregunta secreta',
  captcha: 'caracteres de la imagen, texto de la imagen, código de la imagen, respuesta',
  search: '*buscar*, búsqueda, encontrar, palabra clave, filtrar',
  newsletter: 'boletín, suscrib*, suscripción, novedades',
  person: `
    nombre, apellido, apellidos, nacimiento, dirección, calle, ciudad, país, provincia, sexo, género,
    día, mes, año, tratamiento`,
  signIn: `
    iniciar sesión, inicia sesión, inicie sesión, inicio de sesión, acceder, acceso, accede, entrar, entra,
    ingresar, ingreso, ingresa, identificarse, identifícate, conectarse, conectar, ya tengo cuenta,
    ya soy cliente, ya estoy registrado, autenticación, área de clientes, ingrese a*, autenticarse,
    bienvenido de nuevo, área privada, desbloquear`,
  signUp: `
    regístrate, registrarse, registrarme, registrar, registro, crear/abrir cuenta, crear una/mi cuenta,
    crea tu cuenta, date/darse de alta, nuevo usuario/cliente, únete, unirse, inscribirse, inscripción,
    soy nuevo, solicitar acceso, prueba/empieza/comienza gratis`,
  reset: 'olvid*, restablecer*, recuperar*, recuperación*, reestablecer*',
  forgot: 'olvid*, recuperar*, restablecer*, problemas para*, no puedo acceder, no recuerda*',
  change: `
    cambiar contraseña, cambiar la contraseña, cambiar tu contraseña, cambio de contraseña, cambiar clave,
    cambio de clave, modificar contraseña, nueva contraseña, contraseña caducada, contraseña ha caducado,
    contraseña expirada, contraseña ha expirado, actualizar contraseña, clave caducada`,
  remember: `
    recordar*, recuérdame, mantener la sesión*, mantenerme*, no cerrar sesión, mantener sesión*,
    guardar usuario, confiar en este*`,
  terms: 'acepto, términos, condiciones, política de privacidad, he leído, deseo recibir',
  next: 'siguiente, continuar, seguir, aceptar, enviar',
  save: 'guardar*, aplicar, actualizar, modificar, probar*, añadir usuario, grabar, agregar',
  manage: `
    editar/nuevo/añadir/crear/modificar/agregar usuario, gestión/administración de usuarios, rol,
    permisos, datos del usuario, alta de usuario, añadir/editar agente`,
  settings: 'servidor, puerto, cifrado, configuración, clave de red',
}
