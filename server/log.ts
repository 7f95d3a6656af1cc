const levels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof levels)[number]

/** Every name that a field of a line may have: ids, counts, codes and places. What has another name is a mistake and is not printed. */
const names = [
  ...(['code', 'at', 'signal', 'attempt', 'processes'] as const),
  ...(['host', 'port', 'origin', 'trustedProxies', 'folder', 'programs', 'uid'] as const),
  ...(['number', 'nextUpdate', 'models'] as const),
  ...(['member', 'by', 'author', 'owner', 'sequence', 'acts', 'entries', 'kept', 'revoked', 'sessions'] as const),
] as const
type Fields = { readonly [N in (typeof names)[number]]?: string | number | boolean | null }

/** One method a level: `log.info('listening', { port })`. Ids, counts and milliseconds only: never a body, a token, an e-mail. */
export type Log = Readonly<Record<LogLevel, (event: string, fields?: Fields) => void>>

const redacted = '[redacted]'
const isName = (name: string) => names.some((one) => one === name)
/** Tokens and proofs are JWTs: three texts in base64url, of which the first begins with `{"`. */
const jwt = /eyJ[\w-]+\.[\w-]+\./

/** A second net below the types: what a field may show of its value, which is all of it, or nothing. */
function shown(name: string, value: unknown): unknown {
  const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value)
  return isName(name) && isPlain && !(typeof value === 'string' && jwt.test(value)) ? value : redacted
}

type Line = { level: LogLevel; time: string; event: string; said: readonly (readonly [string, unknown])[] }

/** One JSON object a line, for programs. */
export const asJson = ({ level, time, event, said }: Line) =>
  `${JSON.stringify({ level, time, event, ...Object.fromEntries(said) })}\n`

/** The same for somebody at a terminal: "  08:14:07  warn  metadata-old  number 4". */
export const asText = ({ level, time, event, said }: Line) =>
  `  ${[time.slice(11, 19), level, event, ...said.map(([name, value]) => `${name} ${String(value)}`)].join('  ')}\n`

/** Takes the lowest level that is written, where lines go (standard output by default), and how they read; returns the log. */
export function createLog(
  lowest: LogLevel,
  write: (line: string) => void = (line) => process.stdout.write(line),
  form: (line: Line) => string = asJson,
): Log {
  const at = (level: LogLevel) => (event: string, fields?: Fields) => {
    if (levels.indexOf(level) < levels.indexOf(lowest)) return
    const said = Object.entries(fields ?? {}).map(([name, value]) => [name, shown(name, value)] as const)
    write(form({ level, time: new Date().toISOString(), event, said }))
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** What an error may say in the log: its stable code where it has one, else its class. Never its message, which may quote a value. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? error.name : errorCode(error.cause)
}
