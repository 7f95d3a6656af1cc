import { readFileSync } from 'node:fs'
import { BlockList } from 'node:net'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { fromBase64url } from '../shared/bytes/base64url.ts'
import { Failure } from '../shared/bytes/failure.ts'
import { developmentExtensionId } from './extension-id.ts'
import { trustedProxiesIn } from './trusted-proxies.ts'

const defaultDataFolder = fileURLToPath(new URL('../.data', import.meta.url))

/** The message follows the variable's name: "PORT must be …"; it never repeats the value, which may be a secret. */
const text = (fits: (value: string) => boolean, message: string) => z.string().check(z.refine(fits, message))

const schemas = {
  host: text((value) => /^[\w.:-]+$/.test(value), 'must be an address or a host name to listen on'),
  port: text(
    (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65535,
    'must be a number from 0 to 65535 (0: any free port)',
  ),
  origin: text(isOrigin, 'must be https://host[:port], or http:// on localhost or 127.0.0.1, without a path'),
  databaseUrl: text(isDatabaseUrl, 'must be postgres://user:password@host:port/database'),
  extensionId: text((value) => /^[a-p]{32}$/.test(value), 'must be the 32 letters from a to p of the extension'),
  trustedProxies: text(
    (value) => trustedProxiesIn(value) !== null,
    'must be addresses or CIDR ranges with commas between, like 10.0.0.0/8, fd00::/8, and not all addresses',
  ),
  secret: text((value) => secretBytes(value) !== null, 'must be 32 bytes in base64url (43 characters)'),
  logLevel: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error'),
}

/** `serverSecret` null: the file in the data folder. `databaseUrl` null: the embedded PostgreSQL. */
export type Config = ReturnType<typeof readConfig>
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the environment; `X_FILE` names a file that holds `X`. An empty variable counts as absent. Throws `bad-config` whose
 * message lists everything that is wrong, one line each. With port 0 the caller sets the default public origin once it knows the port.
 */
export function readConfig(env: Environment) {
  const wrong: string[] = []
  const read = <T>(name: string, schema: z.ZodMiniType<T>): T | null => {
    const value = valueOf(name, env, wrong)
    if (value === null) return null
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    wrong.push(`${name} ${parsed.error.issues[0]?.message ?? 'is wrong'}`)
    return null
  }
  const port = Number(read('PORT', schemas.port) ?? '8787')
  const secret = read('SERVER_SECRET', schemas.secret)
  const proxies = read('TRUSTED_PROXIES', schemas.trustedProxies)
  const config = {
    host: read('HOST', schemas.host) ?? '127.0.0.1',
    port,
    publicOrigin: read('PUBLIC_ORIGIN', schemas.origin) ?? `http://localhost:${port}`,
    dataFolder: resolve(read('DATA_FOLDER', z.string()) ?? defaultDataFolder),
    databaseUrl: read('DATABASE_URL', schemas.databaseUrl),
    extensionId: read('EXTENSION_ID', schemas.extensionId) ?? developmentExtensionId,
    /** Whose word on a client's address is taken; nobody's unless told. */
    trustedProxies: (proxies === null ? null : trustedProxiesIn(proxies)) ?? new BlockList(),
    /** A BLOB of the FIDO Alliance's metadata service, to check the make of keys against where the policy asks for it. */
    fidoMetadata: read('FIDO_METADATA', z.string()),
    serverSecret: secret === null ? null : secretBytes(secret),
    logLevel: read('LOG_LEVEL', schemas.logLevel) ?? 'info',
  } as const
  if (wrong.length > 0)
    throw new Failure('bad-config', `Cloison cannot start with these settings:\n  ${wrong.join('\n  ')}`)
  return config
}

/** With port 0, the config as it is once the port is known. */
export function withPort(config: Config, port: number): Config {
  return config.publicOrigin === 'http://localhost:0'
    ? { ...config, port, publicOrigin: `http://localhost:${port}` }
    : { ...config, port }
}

function valueOf(name: string, env: Environment, wrong: string[]): string | null {
  const value = env[name] || null
  const file = env[`${name}_FILE`] || null
  if (file === null) return value
  if (value !== null) wrong.push(`${name} and ${name}_FILE are both set: choose one`)
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    wrong.push(`${name}_FILE names a file that cannot be read: ${file}`)
    return null
  }
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { origin, protocol, hostname } = new URL(value)
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return value === origin && (protocol === 'https:' || (protocol === 'http:' && loopback))
}

function isDatabaseUrl(value: string): boolean {
  return /^postgres(ql)?:\/\/./.test(value) && URL.canParse(value) && new URL(value).pathname.length > 1
}

function secretBytes(value: string): Uint8Array | null {
  try {
    const bytes = fromBase64url(value)
    return bytes.length === 32 ? bytes : null
  } catch {
    return null
  }
}
