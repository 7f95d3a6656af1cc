import { expect, test } from 'vitest'
import { asText, createLog } from './log.ts'
import type { LogLevel } from './log.ts'

/** The lines that a log of this level writes. */
function logOf(lowest: LogLevel = 'debug') {
  const lines: string[] = []
  return { lines, log: createLog(lowest, (line) => lines.push(line)) }
}

test('a line is one JSON object with level, time, event and fields, in that order', () => {
  const { lines, log } = logOf()
  log.info('listening', { port: 8787, origin: 'http://localhost:8787' })
  log.warn('database-lock-lost')
  const time = '"time":"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"'
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(
    new RegExp(`^{"level":"info",${time},"event":"listening","port":8787,"origin":"http://localhost:8787"}\n$`),
  )
  expect(lines[1]).toMatch(new RegExp(`^{"level":"warn",${time},"event":"database-lock-lost"}\n$`))
})

test('at a terminal a line is words, redacted alike', () => {
  const lines: string[] = []
  const log = createLog('info', (line) => lines.push(line), asText)
  log.info('listening', { port: 8787, origin: 'http://localhost:8787' })
  log.info('fault', { at: token })
  expect(lines[0]).toMatch(/^ {2}\d\d:\d\d:\d\d {2}info {2}listening {2}port 8787 {2}origin http:\/\/localhost:8787\n$/)
  expect(lines[1]).toMatch(/fault {2}at \[redacted\]\n$/)
})

test('lines below the lowest level are not written', () => {
  const { lines, log } = logOf('warn')
  for (const level of ['debug', 'info', 'warn', 'error'] as const) log[level](level)
  expect(lines.map((line) => JSON.parse(line).level)).toEqual(['warn', 'error'])
})

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzZXNzaW9uIjoic2VjcmV0In0.c2lnbmF0dXJlLXNlY3JldA'
test.each<[string, object]>([
  ['a token', { token: 'c2VjcmV0' }],
  ['a body', { body: '{"code":"secret"}' }],
  ['an authorization header', { authorization: 'DPoP c2VjcmV0' }],
  ['an authorization header as Node spells it', { Authorization: 'DPoP c2VjcmV0' }],
  ['a proof', { dpop: 'c2VjcmV0' }],
  ['an e-mail', { email: 'secret@example.com' }],
  ['all headers of a request', { headers: { authorization: 'DPoP c2VjcmV0' } }],
  ['a body under the name of an id', { member: { code: 'secret' } }],
  ['a list under the name of a count', { entries: ['secret'] }],
  ['a token under another name', { code: token }],
  ['an authorization header within a text', { at: `GET /api/joins DPoP ${token}` }],
])('%s that is put into a line by mistake is not printed', (_, mistake) => {
  const { lines, log } = logOf()
  log.error('unforeseen', { ...mistake, sequence: 7 })
  expect(lines[0]).toContain('"event":"unforeseen"')
  expect(lines[0]).toContain('"sequence":7')
  expect(lines[0]).toContain('"[redacted]"')
  expect(lines[0]).not.toMatch(/secret|c2VjcmV0|eyJ/)
})
