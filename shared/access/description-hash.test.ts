import { expect, test } from 'vitest'
import { toBase64url } from '../bytes/base64url.ts'
import { zero32 } from '../bytes/ids.ts'
import { descriptionHash } from './description-hash.ts'

const [sealed, sealedUnderTeam, forRegister] = [1, 2, 3].map((one) => toBase64url(Uint8Array.of(one)))
const folder = { kind: 'folder' as const, named: zero32, sealed: sealed ?? '', forRegister: forRegister ?? '' }
const team = { ...folder, kind: 'team' as const, sealedUnderTeam: sealedUnderTeam ?? '' }

test('P5: the hash holds the name’s own hash and every copy, each in its place', async () => {
  const hashes = await Promise.all(
    [
      team,
      { ...team, sealed: team.sealedUnderTeam, sealedUnderTeam: team.sealed },
      { ...team, sealedUnderTeam: team.forRegister, forRegister: team.sealedUnderTeam },
      { ...team, forRegister: null },
      { ...team, named: toBase64url(new Uint8Array(32).fill(1)) },
      folder,
      { ...folder, forRegister: null },
    ].map(descriptionHash),
  )
  expect(new Set(hashes).size).toBe(hashes.length)
})

test('P6: the hash of a sealed description is the one that ledgers carry already', async () => {
  expect(await descriptionHash(folder)).toBe('6U1bCeBL3V1qw20i4r7tKESmCWJiN_lpARmzTENbrXM')
  expect(await descriptionHash({ ...team, forRegister: null })).toBe('lft0B9FvBYv8-5yFgPHBxlJd0TvozsEHGLq15XZn12Y')
})
