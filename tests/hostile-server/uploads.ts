import { ledgerAt } from '../../extension/keeper/vault/vault.ts'
import { replayEntry } from '../../shared/ledger/replay/ledger.ts'
import { Refused } from '../../shared/ledger/replay/state.ts'
import type { LedgerState } from '../../shared/ledger/replay/state.ts'
import { fromBase64url } from '../../shared/bytes/base64url.ts'
import type { Hash } from '../../shared/bytes/ids.ts'
import { folderReceive, memberKeys, teamReceive } from '../../shared/crypto/derive.ts'
import { receiveHash } from '../../shared/crypto/hpke.ts'
import type { ReceiveKeys } from '../../shared/crypto/hpke.ts'
import type { MemberSeed } from '../../shared/crypto/keys.ts'
import { openShare } from '../../shared/crypto/share.ts'
import { openPrevious, openWrap } from '../../shared/crypto/wrap.ts'
import { rotateRequest } from '../../shared/protocol/credentials.ts'
import { wrap as wrapSchema } from '../../shared/protocol/objects.ts'
import type { Wrap } from '../../shared/protocol/objects.ts'
import { ledgerAppend } from '../../shared/protocol/sync.ts'
import { seedOf } from '../../extension/keeper/desk/session.ts'
import { generationsOf, isEntitled, keyGenerationOf, ledgerOf, receiveOf, vaultOf } from './honest.ts'
import { ledgerBody, readEntry } from '../../shared/ledger/entry.ts'
import type { Player } from './player.ts'
import type { Exchange, Sent } from './proxy.ts'
import { judgeSeed, seedIn } from './seeds.ts'
import type { World } from './world.ts'

/**
 * Judges everything that was uploaded with ledger entries, alone or with new keys of one's own: each entry is right on the
 * honest ledger, each wrap is for somebody whom that entry's ledger entitles, opens with the very key that this ledger names,
 * and with none of the attacker's; and a new seed is sealed for its person alone (seeds.ts).
 * @returns a sentence for each that is not so
 */
export async function judgeUploads(world: World, exchanges: readonly Exchange[]): Promise<string[]> {
  const wrong: string[] = []
  for (const { sent } of exchanges) {
    const [append, wraps] = [appendIn(sent), wrapsIn(sent)]
    if (append === null) {
      if (wraps.length > 0) wrong.push(...(await judgeWraps(world, wraps, ledgerOf(world.witness), [])))
      continue
    }
    const entry = fromBase64url(append.entry)
    const { body } = await readEntry(ledgerBody, entry)
    const before = await ledgerAt(vaultOf(world.witness))(body.sequence - 1)
    const after = before === null ? null : await replayEntry(before, entry)
    if (after === null || after instanceof Refused) {
      wrong.push(`an entry was signed that is not right on the honest ledger: ${after?.code ?? 'no such place'}`)
      continue
    }
    const content = sent.endpoint === 'rotateKeys' ? await seedIn(world, sent, body.author) : null
    if (sent.endpoint === 'rotateKeys') wrong.push(...(await judgeSeed(content, sent, after, body.author)))
    wrong.push(...(await judgeWraps(world, wraps, after, content === null ? [] : [content.seed])))
  }
  return wrong
}

const appendIn = ({ endpoint, body }: Sent) => {
  if (endpoint === 'appendLedger') return ledgerAppend.parse(JSON.parse(body.toString()))
  return endpoint === 'rotateKeys' ? rotateRequest.parse(JSON.parse(body.toString())).append : null
}

/** `seeds`: of people, besides those of their sessions. */
async function judgeWraps(world: World, wraps: readonly Wrap[], state: LedgerState, seeds: readonly MemberSeed[]) {
  const keys = await receiveKeysOf(world, state, wraps, seeds)
  const wrong: string[] = []
  for (const wrap of wraps) wrong.push(...(await judgeWrap(world, wrap, state, keys)))
  return wrong
}

async function judgeWrap(world: World, wrap: Wrap, state: LedgerState, keys: Keys): Promise<string[]> {
  const what = `the ${wrap.kind} key for ${wrap.to.kind}`
  if (!isEntitled(state, wrap)) return [`${what} is for somebody whom the ledger does not entitle`]
  const opened = await open(world, wrap, state, keys)
  if (opened === null) return [`${what} is not sealed to the key that the ledger names`]
  if (wrap.to.kind === 'previous') return []
  const { receive } = world.mallory
  const theirs = await receiveHash(receive.publicKey)
  for (const recipientKeyHash of [theirs, receiveOf(state, wrap.to) ?? theirs]) {
    const stolen = await unwrap(world, receive, wrap, state, recipientKeyHash).catch(() => null)
    if (stolen !== null) return [`${what} opens with the attacker’s key`]
  }
  return []
}

/** Every wrap that a request brings, wherever it stands in it: an endpoint that is new today is judged as well. */
function wrapsIn({ body }: Sent): Wrap[] {
  const found: Wrap[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const parsed = wrapSchema.safeParse(value)
    if (parsed.success) found.push(parsed.data)
    else for (const one of Object.values(value)) walk(one)
  }
  if (body.length > 0) walk(JSON.parse(body.toString()))
  return found
}

/** Receive keys by the hash that the ledger names them by; opened generations by kind, id and number. */
type Keys = { receive: Map<Hash, ReceiveKeys>; opened: Map<string, Uint8Array> }
const nameOf = (kind: string, id: string, generation: number) => `${kind} ${id} ${String(generation)}`

/** Every honest private key there is: those of people, those that desks hold, and those that came with this upload. */
async function receiveKeysOf(
  world: World,
  state: LedgerState,
  wraps: readonly Wrap[],
  seeds: readonly MemberSeed[],
): Promise<Keys> {
  const keys: Keys = { receive: new Map(), opened: new Map() }
  const people: Player[] = [world.witness, ...world.players]
  for (const seed of seeds) await note(keys, (await memberKeys(seed)).receive)
  for (const { session } of people) if (session !== null) await note(keys, (await memberKeys(seedOf(session))).receive)
  for (const player of people) {
    if (player.keeper.open === null) continue
    const { teamSeeds, folderKeys } = vaultOf(player)
    for (const [id, held] of teamSeeds) for (const [at, seed] of held) await hold(keys, 'team', id, at, seed)
    for (const [id, held] of folderKeys) for (const [at, key] of held) await hold(keys, 'folder', id, at, key)
  }
  // Teams first, then folders from the top down: each round opens what the one before made possible.
  for (let grown = -1; grown !== keys.opened.size;) {
    grown = keys.opened.size
    for (const wrap of wraps) {
      if (wrap.kind === 'share') continue
      const name = nameOf(wrap.kind, wrap.id, wrap.generation)
      const key = keys.opened.has(name) || wrap.to.kind === 'previous' ? null : await open(world, wrap, state, keys)
      if (key !== null) await hold(keys, wrap.kind, wrap.id, wrap.generation, key)
    }
  }
  return keys
}

const note = async (keys: Keys, receive: ReceiveKeys) =>
  void keys.receive.set(await receiveHash(receive.publicKey), receive)

async function hold(keys: Keys, kind: 'team' | 'folder', id: string, generation: number, key: Uint8Array) {
  const name = nameOf(kind, id, generation)
  if (keys.opened.has(name)) return
  keys.opened.set(name, key)
  await note(keys, await (kind === 'team' ? teamReceive(key as never) : folderReceive(key as never)))
}

async function open(world: World, wrap: Wrap, state: LedgerState, keys: Keys): Promise<Uint8Array | null> {
  try {
    if (wrap.to.kind === 'previous') {
      const newer = keys.opened.get(nameOf(wrap.kind, wrap.id, wrap.generation))
      const committed = generationsOf(state, wrap.kind, wrap.id)[wrap.generation - 2]?.commitment
      if (newer === undefined || committed === undefined) return null
      const at = { org: world.org, kind: wrap.kind, id: wrap.id, generation: wrap.generation }
      return await openPrevious(newer as never, fromBase64url(wrap.sealed), at as never, committed)
    }
    const hash = receiveOf(state, wrap.to)
    const receive = hash === null ? undefined : keys.receive.get(hash)
    return hash === null || receive === undefined ? null : await unwrap(world, receive, wrap, state, hash)
  } catch {
    return null
  }
}

function unwrap(world: World, receive: ReceiveKeys, wrap: Wrap, state: LedgerState, recipientKeyHash: Hash) {
  const { to } = wrap
  if (to.kind === 'previous') throw new Error('sealed to no one')
  if (wrap.kind === 'share') {
    const { id, generation, holder } = wrap
    const place = { org: world.org, id, generation, holder, recipient: to.id as never }
    const recipientGeneration = keyGenerationOf(state, to)
    return openShare(receive, fromBase64url(wrap.sealed), { ...place, recipientGeneration, recipientKeyHash })
  }
  const committed = generationsOf(state, wrap.kind, wrap.id)[wrap.generation - 1]?.commitment
  const place = {
    org: world.org,
    kind: wrap.kind,
    id: wrap.id,
    generation: wrap.generation,
    recipientKind: to.kind,

    recipient: to.id,
    recipientGeneration: keyGenerationOf(state, to),
    recipientKeyHash,
  }
  return openWrap(receive, fromBase64url(wrap.sealed), place as never, committed as Hash)
}
