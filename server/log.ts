const levels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof levels)[number]
type Fields = Readonly<Record<string, string | number | boolean | null>>

/** One method a level: `log.info('listening', { port })`. Ids, counts and milliseconds only: never a body, a token, an e-mail. */
export type Log = Readonly<Record<LogLevel, (event: string, fields?: Fields) => void>>

/**
 * Takes the lowest level that is written and where lines go (standard output by default); gives a log of one JSON object a line.
 */
export function createLog(lowest: LogLevel, write: (line: string) => void = (line) => process.stdout.write(line)): Log {
  const at = (level: LogLevel) => (event: string, fields?: Fields) => {
    if (levels.indexOf(level) < levels.indexOf(lowest)) return
    write(`${JSON.stringify({ level, time: new Date().toISOString(), event, ...fields })}\n`)
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** What an error may say in the log: its stable code where it has one, else its class. Never its message, which may quote a value. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? error.name : errorCode(error.cause)
}
