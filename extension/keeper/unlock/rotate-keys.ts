import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { using, wipe } from '../../../shared/bytes/bytes.ts'
import type { Bytes } from '../../../shared/bytes/bytes.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { emptyTable, get, idsIn } from '../../../shared/bytes/table.ts'
import { rotationProof, rotationSessionProof } from '../../../shared/crypto/contexts.ts'
import { memberKeys } from '../../../shared/crypto/derive.ts'
import type { MemberKeys } from '../../../shared/crypto/derive.ts'
import { receiveHash } from '../../../shared/crypto/hpke.ts'
import { newMemberSeed } from '../../../shared/crypto/keys.ts'
import type { MemberSeed } from '../../../shared/crypto/keys.ts'
import { isCurrent } from '../../../shared/ledger/replay/level.ts'
import { isOutcomeUnknown } from '../desk/api.ts'
import type { RequestOf } from '../desk/api.ts'
import { callAs } from '../desk/call-as.ts'
import { preview } from '../acts/draft.ts'
import type { Draft } from '../acts/draft.ts'
import type { Open } from '../vault/open.ts'
import { replaceOwnWraps } from '../vault/keyring.ts'
import { copyToCacheKey, forgetCacheKey, moveToCacheKey } from './new-cache-key.ts'
import { beginChange, signChange } from './pin-change.ts'
import type { BegunChange } from './pin-change.ts'
import { keyGenerationOf, stateOf } from '../vault/vault.ts'
import { noteSeal } from '../vault/seen-seals.ts'
import { wrapFolder, wrapTeam } from '../acts/seal-keys.ts'
import { newSessionKey } from '../desk/session-key.ts'
import { tokenOf } from '../desk/session.ts'
import type { Session } from '../desk/session.ts'
import { removeStored, writeStored } from '../desk/session-store.ts'
import { draftWith, isConflict, signDraft } from '../acts/submit.ts'
import { sync } from '../sync/sync.ts'
import { carryUndelivered } from '../vault/undelivered.ts'
import type { KeyAssertion } from './unlock.ts'
import { needNoFork } from '../sync/forks.ts'

const ROUNDS = 3

/**
 * Replaces this person's seed, for when somebody may have seen the PIN and held the FIDO key. Returns the session under the new
 * keys. One transaction at the server replaces the sealed seed, appends the ledger's entry, and ends every other key and session
 * of this person. What the old keys open becomes stale: the same entry re-keys what this person manages; the other folder keys
 * and team seeds this person wraps for their own new keys, to read them until somebody else re-keys those.
 * @param old the old PIN after Argon2id, `next` the new one; both are overwritten here
 * @throws Failure `rotation-unclear` where the server may have carried it out but its answer was lost: the device must lock, and
 *   the person unlock with the new PIN or the old. For all others nothing has changed: WrongPin; Failure `forked`, `wrong-org`,
 *   `bad-voprf-proof`; Refused; what `callAs` throws
 */
export async function rotateKeys(
  open: Open,
  old: Promise<Bytes>,
  next: Promise<Bytes>,
  touch: KeyAssertion,
): Promise<Session> {
  needNoFork(open.vault)
  const begun = await beginChange(open, old, next, touch)
  wipe(begun.content.seed)
  const seed = newMemberSeed()
  const keys = await memberKeys(seed)
  try {
    await copyToCacheKey(open, keys.cache, { credential: open.session.credential, revision: begun.revision })
    const session = await sendRotation(open, begun, seed, keys)
    // The rotation stands at the server: what fails to move here, the next sync fetches again.
    await moveToCacheKey(open, keys.cache).catch(() => undefined)
    // P5: a server that kept the old sealed seed cannot bring the old PIN back on a device that has seen this revision.
    await noteSeal(open.desk, open.vault, open.session.credential, begun.revision)
    return session
  } catch (error) {
    const isUnclear = error instanceof Failure && error.code === 'rotation-unclear'
    if (!isUnclear) await forgetCacheKey(open, keys.cache)
    throw error
  } finally {
    begun.forget()
    for (const secret of [seed, ...keys.receive.secrets, keys.self, keys.cache]) wipe(secret)
  }
}

async function sendRotation(open: Open, begun: BegunChange, seed: MemberSeed, keys: MemberKeys): Promise<Session> {
  const { desk, vault } = open
  for (let round = 1; ; round += 1) {
    const draft = await draftRotation(open, keys)
    const { append, hash, sequence } = await signDraft(draft)
    const keyGeneration = keyGenerationOf(vault) + 1
    // P5: the pin in the sealed seed is the entry of this very rotation, so that no later unlock accepts a shorter ledger.
    const sealed = await begun.seal({ ...begun.content, seed, keyGeneration, ledger: { sequence, head: hash } })
    try {
      const session = await requestRotation(open, begun, { append, sealed, keys })
      replaceOwnWraps(vault, draft.wraps)
      await carryUndelivered(open, draft.undelivered ?? [])
      return { ...session, seed: await using(new Uint8Array(seed), toBase64url), pinned: { sequence, hash } }
    } catch (error) {
      if (!isConflict(error) || round === ROUNDS) throw error
      await sync(desk, open.session, vault)
    }
  }
}

type RotationRequest = { append: RequestOf<'rotateKeys'>['append']; sealed: Bytes; keys: MemberKeys }

/**
 * Sends the rotation, and once more where the answer was lost. Returns the session under a new session key.
 * @throws Failure `rotation-unclear` where the second answer is none either: then only an unlock can tell which keys are valid
 */
async function requestRotation(
  open: Open,
  { change }: BegunChange,
  { append, sealed, keys }: RotationRequest,
): Promise<Session> {
  const { desk, session } = open
  const { server, org, member } = session
  const { key, thumbprint } = await newSessionKey()
  const context = { org, member, serverOrigin: server, change, thumbprint }
  const body = {
    change,
    sealedSeed: toBase64url(sealed),
    signature: await signChange(open, change, sealed),
    append,
    thumbprint,
    sessionSignature: await keys.sign.sign(rotationSessionProof(context)),
  }
  const ask = () => callAs(desk, session, 'rotateKeys', body)
  await writeStored(desk, 'rotating', true)
  const reply = await ask().catch((lost: unknown) => {
    if (!isOutcomeUnknown(lost)) throw lost
    return ask().catch(() => {
      throw new Failure('rotation-unclear')
    })
  })
  await desk.sessionKey.set(key)
  await removeStored(desk, 'rotating')
  return { ...session, ...tokenOf(desk, reply), keys: null }
}

/**
 * Returns the draft of a rotation: the act that names the new keys, the re-keying of what becomes stale and this person manages,
 * and wraps to their own new keys for the rest. `isDry`: only the acts are wanted, to show them. Throws as `draftWith`.
 */
export async function draftRotation(open: Open, keys: MemberKeys, isDry = false): Promise<Draft> {
  const { draft } = await draftWith(open, (one) => nameKeys(one, keys), isDry)
  await sealToOneself(draft)
  return draft
}

async function nameKeys(draft: Draft, { sign, receive }: MemberKeys): Promise<void> {
  const { vault } = draft
  const [signKey, hash] = [sign.publicKey, await receiveHash(receive.publicKey)]
  const context = {
    org: vault.org,
    member: vault.me,
    generation: keyGenerationOf(vault) + 1,
    signKey,
    receiveHash: hash,
  }
  draft.acts.push({
    act: 'member keys rotated',
    signKey,
    receive: hash,
    proof: await sign.sign(rotationProof(context)),
  })
  draft.publicKeys.set(hash, receive.publicKey)
  draft.receiveKeys.push(toBase64url(receive.publicKey))
}

/**
 * Wraps for this person's new receive key what others have yet to re-key, so that it stays readable. That gives nobody more:
 * whoever had the old keys could read it already (P7).
 */
async function sealToOneself(draft: Draft): Promise<void> {
  const { vault } = draft
  const { state } = preview(draft)
  const { teams = emptyTable, grants = emptyTable } = get(state.members, vault.me) ?? {}
  const me = { kind: 'member' as const, id: vault.me }
  for (const team of idsIn(teams)) {
    const newest = get(state.teams, team)?.generations.length ?? 0
    if (!draft.teamSeeds.has(team) && vault.teamSeeds.get(team)?.has(newest) === true)
      await wrapTeam(draft, state, team, [vault.me])
  }
  for (const folder of idsIn(grants)) {
    const found = get(state.folders, folder)
    const mine = found?.grants.find(({ to }) => to.kind === 'member' && to.id === vault.me)
    const isMine = found !== null && mine !== undefined && isCurrent(mine, stateOf(vault).time)
    if (isMine && !draft.folderKeys.has(folder) && vault.folderKeys.get(folder)?.has(found.generations.length) === true)
      await wrapFolder(draft, state, folder, [me], false)
  }
}
