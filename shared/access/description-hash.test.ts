import { expect, test } from 'vitest'
import { toBase64url } from '../bytes/base64url.ts'
import { sha256 } from '../crypto/hash.ts'
import { descriptionHash, folderDescriptionHash, teamDescriptionHash } from './description-hash.ts'

const [one, two] = [Uint8Array.of(1), Uint8Array.of(2)]

test('P5: a team’s hash holds both copies, each in its place', async () => {
  const hash = await teamDescriptionHash(one, two)
  expect(await teamDescriptionHash(two, one)).not.toBe(hash)
  expect(await teamDescriptionHash(Uint8Array.of(1, 2), new Uint8Array())).not.toBe(hash)
  expect(await folderDescriptionHash(one)).toBe(await sha256(one))
})

test('P6: the hash of a sealed description is the one that ledgers carry already', async () => {
  const [sealed, sealedUnderTeam] = [toBase64url(one), toBase64url(two)]
  expect(await descriptionHash({ kind: 'folder', sealed })).toBe('S_USLzRFVMU73i67jNK349FgCtYxw4Wl18ziPHeFRZo')
  expect(await descriptionHash({ kind: 'team', sealed, sealedUnderTeam })).toBe(
    'VwhmDDfPDg1ExGpkpOmts6zN_e7lj1vWLzAjJWiVnBc',
  )
})
