import { expect, test } from 'vitest'
import { newInvitationId, orgId, parseId, zero32 } from '../../../shared/bytes/ids.ts'
import { randomBytes } from '../../../shared/crypto/random.ts'
import { readInvitation, writeInvitation } from './invitation-code.ts'

const code = {
  server: 'https://cloison.example',
  org: parseId(orgId, zero32),
  ledger: { sequence: 7, hash: zero32 },
  invitation: newInvitationId(),
  secret: randomBytes(32),
  recovery: true,
  twoKeys: false,
  attested: true,
}
const written = writeInvitation(code)
const refused = expect.objectContaining({ code: 'bad-invitation-code' }) as Error

test('a code is read back as written, even where a mail program broke its lines', () => {
  expect(readInvitation(written)).toEqual(code)
  const broken = `  ${written.replace(/(.{40})/g, '$1\r\n  ')}\t\n`
  expect(readInvitation(broken)).toEqual(code)
})

test('a shortened code, a code with anything added, and other text are refused', () => {
  for (let length = 0; length < written.length; length++)
    expect(() => readInvitation(written.slice(0, length))).toThrow(refused)
  for (const more of [`${written}A`, `${written}AAAA`, `x${written}`, `${written}.`, written.toLowerCase()])
    expect(() => readInvitation(more)).toThrow(refused)
  for (const junk of ['', 'CLOISON-', 'https://cloison.example/join?code=1', 'CLOISON-AAAA'])
    expect(() => readInvitation(junk)).toThrow(refused)
})

test.each(['http://cloison.example', 'https://cloison.example/path', 'https://a@cloison.example', 'javascript:1', ''])(
  'a code that names a server without https, or with more than an origin, is refused: %j',
  (server) => {
    expect(() => readInvitation(writeInvitation({ ...code, server }))).toThrow(refused)
  },
)
