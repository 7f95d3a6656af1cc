import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { zero32 } from '../../../shared/bytes/ids.ts'
import { rotationProof, rotationSessionProof } from '../../../shared/crypto/contexts.ts'
import { memberKeys } from '../../../shared/crypto/derive.ts'
import { receiveHash } from '../../../shared/crypto/hpke.ts'
import { memberSeed } from '../../../shared/crypto/keys.ts'
import { randomBytes } from '../../../shared/crypto/random.ts'
import type { Act } from '../../../shared/ledger/acts.ts'
import { judge } from '../../../shared/ledger/replay/ledger.ts'
import { createLedger } from '../../store/ledger.ts'
import { publicOrigin } from '../desk.ts'
import { newTestKey } from '../session-key.ts'
import { ledgerBodyOf, only } from '../writes.ts'
import { begunChange } from './account-rows.ts'
import { isSignedIn } from './cast.ts'
import type { Cast, Player } from './cast.ts'
import { members } from './outcomes.ts'
import type { Rows } from './outcomes.ts'

/** The cuts that these acts owe, each at the end of its journal. */
async function cutsOf({ desk, journalHeads }: Cast, by: Player, ...acts: Act[]): Promise<Act[]> {
  const ledger = createLedger(desk.database.db)
  await ledger.ready()
  const state = ledger.current()
  if (state === null) return []
  const place = { author: by.member, sequence: state.head.sequence + 1, time: desk.now() }
  const folders = [...judge(state, acts, place).touched]
  const heads = await journalHeads(folders)
  return folders.map((folder) => {
    const { sequence, hash: head } = heads.get(folder) ?? { sequence: 0, hash: zero32 }
    return { act: 'journal cut', folder, sequence, head }
  })
}

/** New keys of that person's, up to the request that lands them; `author` signs the entry in their name. */
async function rotation(cast: Cast, by: Player, author: Player) {
  const { desk, org } = cast
  const { sign, receive } = await memberKeys(memberSeed(randomBytes(32)))
  const hash = await receiveHash(receive.publicKey)
  const of = { org, member: author.member, generation: 2, signKey: sign.publicKey, receiveHash: hash }
  const proof = await sign.sign(rotationProof(of))
  const act: Act = { act: 'member keys rotated', signKey: sign.publicKey, receive: hash, proof }
  const cuts = isSignedIn(by) ? await cutsOf(cast, author, act) : []
  const receiveKeys = [toBase64url(receive.publicKey)]
  const append = await ledgerBodyOf(
    desk,
    author,
    { acts: only(act, ...cuts).acts, objects: { receiveKeys } },
    await cast.ledgerHead(),
  )
  const change = await begunChange(cast, by)
  const { thumbprint } = await newTestKey()
  const proven = { org, member: by.member, serverOrigin: publicOrigin, change: change.change as never, thumbprint }
  const sessionSignature = await sign.sign(rotationSessionProof(proven))
  return { body: { ...change, append, thumbprint, sessionSignature } }
}

/** Comes last: whoever has new keys has no session any more but the one that these brought. */
export const rotationRow: Rows<'rotateKeys'> = {
  rotateKeys: {
    other: { ask: (cast, by) => rotation(cast, by, cast.colleague), gets: members('not-allowed') },
    own: { ask: (cast, by) => rotation(cast, by, by), gets: members('ok') },
  },
}
