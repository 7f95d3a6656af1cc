import { askNobody } from './ask-nobody.ts'
import { Failure } from '../shared/bytes/failure.ts'
import { readConfig } from './config.ts'
import { asJson, asText, createLog, errorCode } from './log.ts'
import { startServer } from './start.ts'

/** A Failure's message is a sentence for the operator; of anything else only its code and place is said: messages quote values. */
function giveUp(error: unknown): never {
  process.stderr.write(
    error instanceof Failure ? `${error.message}\n` : `Cloison stopped: ${errorCode(error)}${frames(error)}\n`,
  )
  process.exit(1)
}

function frames(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return ['', ...places.slice(0, 8)].join('\n')
}

process.on('uncaughtException', giveUp)

askNobody()

try {
  const config = readConfig(process.env)
  // Somebody at a terminal reads lines; whatever collects logs gets JSON.
  const log = createLog(config.logLevel, undefined, process.stdout.isTTY ? asText : asJson)
  // One request's forgotten promise must not end everybody's server.
  process.on('unhandledRejection', (error) => log.error('fault', { code: errorCode(error), at: frames(error) }))
  const starting = startServer(config, log)
  let stopping = false
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1)
    stopping = true
    log.info('stopping', { signal })
    const server = await starting
    await server.stop()
    log.info('stopped')
    process.exit(0)
  }
  for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(name, (signal) => void stop(signal).catch(giveUp))
  await starting
} catch (error) {
  giveUp(error)
}
