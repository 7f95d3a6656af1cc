/** The seeds that desks seal when they make new keys, opened with all that no attacker has together: key, PIN, server's secret. */
import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import type { MemberId } from '../../shared/bytes/ids.ts'
import { get } from '../../shared/bytes/table.ts'
import { prfSalt, sealedSeedContext } from '../../shared/crypto/contexts.ts'
import { memberKeys } from '../../shared/crypto/derive.ts'
import { receiveHash } from '../../shared/crypto/hpke.ts'
import { openSeed, unlockKeys } from '../../shared/crypto/unlock.ts'
import type { SeedContent } from '../../shared/crypto/unlock.ts'
import { blind } from '../../shared/crypto/voprf-blind.ts'
import { evaluate } from '../../shared/crypto/voprf-evaluate.ts'
import type { VoprfKey } from '../../shared/crypto/voprf-evaluate.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import { rotateRequest } from '../../shared/protocol/credentials.ts'
import { prf } from '../soft-key.ts'
import { stretchOnce } from '../stretched.ts'
import { searchFor } from './canaries.ts'
import type { Sent } from './proxy.ts'
import { PIN } from './world.ts'
import type { World } from './world.ts'

/** The PIN that takes the place of `PIN`, and gives it back at the next change. */
export const NEXT = 'canary-pin-2w8n'

const asked = ({ body }: Sent) => rotateRequest.parse(JSON.parse(body.toString()))

/** What a request of new keys holds sealed, of this author; null where it opens by none of their PINs. */
export async function seedIn(world: World, sent: Sent, author: MemberId): Promise<SeedContent | null> {
  const { sealedSeed } = asked(sent)
  const { key } = world.players.find(({ member }) => member === author) ?? {}
  if (key === undefined || key === null) return null
  const credentialId = fromBase64url(key.id)
  const sql = world.server.sql()
  const rows = await sql<{ voprfRandom: Uint8Array; sealRevision: string }[]>`
    select "voprfRandom", "sealRevision" from pin_changes where credential = ${credentialId}
    union all select "voprfRandom", "sealRevision" from credentials where id = ${credentialId}`
  await sql.end()
  const output = prf(key, await prfSalt())
  const open = async (voprf: VoprfKey, revision: number, pin: string) => {
    const blinding = blind(await stretchOnce(pin, world.org))
    const { evaluation, proof } = evaluate(voprf, blinding.blinded)
    const y = blinding.finish(evaluation, proof, voprf.publicKey)
    const keys = await unlockKeys({ prf: output, y, credentialId, voprfPublicKey: voprf.publicKey })
    const context = sealedSeedContext({ credentialId, voprfPublicKey: voprf.publicKey, revision })
    return openSeed(keys, context, fromBase64url(sealedSeed)).catch(() => null)
  }
  for (const { voprfRandom, sealRevision } of rows)
    for (const voprf of [await world.server.voprfKey(voprfRandom), world.mallory.voprf])
      for (const pin of [PIN, NEXT]) {
        const content = await open(voprf, Number(sealRevision), pin)
        if (content !== null) return content
      }
  return null
}

/** What is wrong with it: it must be the seed of the keys that the entry names, pinned to that very entry, and in no other field. */
export async function judgeSeed(content: SeedContent | null, sent: Sent, after: LedgerState, author: MemberId) {
  if (content === null) return ['the new seed opens by no PIN of its person']
  const { append, ...rest } = asked(sent)
  const named = get(after.members, author)
  const keys = await memberKeys(content.seed)
  const hash = await receiveHash(keys.receive.publicKey)
  const mine = [keys.sign.publicKey, hash, content.keyGeneration, content.member, content.ledger]
  const theirs = [named?.signKey, named?.receive, named?.keyGeneration, author, after.head]
  const pinned = { sequence: content.ledger.sequence, hash: content.ledger.head }
  const fits = JSON.stringify([...mine.slice(0, 4), pinned]) === JSON.stringify(theirs)
  const shown = append.receiveKeys.includes(toBase64url(keys.receive.publicKey))
  const inClear = searchFor([content.seed, ...keys.receive.secrets, keys.self, keys.cache])(
    JSON.stringify({ ...rest, append }),
  )
  return [
    ...(fits ? [] : ['the sealed seed is not that of the keys and the entry']),
    ...(shown ? [] : ['the new receive key does not come with its entry']),
    ...inClear.map((one) => `in clear: ${one}`),
  ]
}
