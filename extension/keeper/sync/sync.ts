import { hashAt, lengthOf } from '../../../shared/ledger/replay/chain.ts'
import { visibleFolders } from '../../../shared/access/visible.ts'
import { isMember } from '../../../shared/ledger/replay/level.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { LedgerHead } from '../../../shared/ledger/acts.ts'
import { isOnChain } from '../../../shared/ledger/statement.ts'
import { callAs } from '../desk/call-as.ts'
import type { Desk } from '../desk/desk.ts'
import { fetchAll } from './fetch-some.ts'
import { forgetOutOfReach } from './out-of-reach.ts'
import { giveBack } from './give-back.ts'
import type { Progress } from './giving.ts'
import { dropErased, dropOutdated } from './profiles.ts'
import { checkLengths, endsAfter, refuseShort, applyJournals } from './pull-journals.ts'
import { checkRemainingSignatures } from './owed.ts'
import { entriesOf, applyEntries } from './pull-ledger.ts'
import { checkHoldings, findLacking, applyObjects } from './pull-objects.ts'
import type { Session } from '../desk/session.ts'
import { copyVault, shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'
import { takeStatements, rejudgeStatements, ourHash } from './forks.ts'

/** The callbacks of a sync: `progress` of a repair, `usable` once the vault can be shown. A lock aborts `signal`. */
export type Watch = { progress: Progress; usable: () => Promise<void>; signal: AbortSignal }

const noWatch: Watch = {
  progress: () => undefined,
  usable: () => Promise.resolve(),
  signal: new AbortController().signal,
}

/**
 * Updates the vault, completely or not at all: first the ledger, which is verified, then what this device lacks by the ledger. Calls
 * `usable` once the vault can be shown; at a first sync older signatures are checked only after that.
 * @throws Failure `server-unreachable`; `removed` once the ledger says so; `tampered-ledger`, `rolled-back`, `policy-head`, `pending`;
 *   `restored` where the server's ledger is a shorter part of ours; the reason of `signal`'s abort
 */
export async function sync(
  desk: Desk,
  session: Session,
  vault: Vault,
  { progress, usable, signal }: Watch = noWatch,
): Promise<void> {
  const before = refusedIds(vault)
  let next = await pull(desk, session, copyVault(vault))
  const gave = await giveBack({ desk, session, vault: next.vault }, next.repairedAt, progress)
  // A colleague's write between our two requests looks like tampering: only what is refused twice counts.
  if (gave || refusedIds(next.vault).some((one) => !before.includes(one)))
    next = await pull(desk, session, copyVault(vault))
  const previous = { ...vault }
  Object.assign(vault, next.vault)
  const { forkWatch } = vault
  if (forkWatch.shorter !== null) forkWatch.isChanged = true
  forkWatch.shorter = null
  rejudgeStatements(vault, desk.now())
  try {
    await usable()
    await checkRemainingSignatures(vault, signal)
  } catch (error) {
    Object.assign(vault, previous)
    throw error
  }
}

const refusedIds = ({ shelves, mismatched }: Vault): string[] => [
  ...mismatched,
  ...[...shelves].flatMap(([folder, { refused }]) => (refused === null ? [] : [folder])),
]

async function pull(desk: Desk, session: Session, vault: Vault): Promise<{ vault: Vault; repairedAt: number }> {
  const before = vault.chain.last
  const reply = await pullLedger(desk, session, vault)
  const { repairedAt } = reply
  vault.reported = { mark: reply.mark, ends: endsAfter(vault.reported, reply) }
  const state = stateOf(vault)
  if (vault.anchor !== null && isOnChain(vault.anchor, ourHash(vault)) !== true) throw new Failure('policy-head')
  if (!isMember(state, vault.me)) throw new Failure('removed')
  vault.pinned = state.head
  forgetOutOfReach(vault)
  dropOutdated(vault, before)
  await dropErased({ desk, session, vault }, reply)
  for (const folder of visibleFolders(state, vault.me)) vault.shelves.set(folder, shelfOf(vault, folder))
  const wanted = await findLacking(vault)
  for await (const came of fetchAll({ desk, session }, wanted)) {
    await applyObjects(vault, came)
    await applyJournals(vault, came)
    // A journal entry that names another ledger than ours is signed evidence of a fork, not only a refused folder.
    for (const { folder, entries } of came.journals)
      if (shelfOf(vault, folder).refused === 'wrong-ledger-head')
        await takeStatements(vault, 'journal', entries, desk.now())
  }
  checkLengths(vault)
  refuseShort(vault, wanted.journals)
  await checkHoldings(vault)
  // After a refusal the server may have lied about more: the next sync asks for everything again.
  if (refusedIds(vault).length > 0) vault.reported = { ...vault.reported, mark: null }
  return { vault, repairedAt }
}

/** Fetches and verifies the ledger page by page, each while the one before is checked. Returns the last reply. */
async function pullLedger(desk: Desk, session: Session, vault: Vault) {
  const ask = (from: number) => {
    const mark = vault.reported.mark === null ? '' : `&mark=${encodeURIComponent(vault.reported.mark)}`
    return callAs(desk, session, 'ledger', null, { query: `?from=${String(from)}${mark}` })
  }
  let coming = ask(lengthOf(vault.chain))
  for (;;) {
    const reply = await coming
    const entries = entriesOf(reply)
    if (reply.more && entries.length === 0) throw new Failure('tampered-ledger', 'more')
    noteShorter(vault, reply.head, desk.now())
    if (reply.more) coming = ask(lengthOf(vault.chain) + entries.length)
    // Awaited in the next round, or never, where this page is refused.
    coming.catch(() => undefined)
    try {
      await applyEntries(vault, reply, entries)
    } catch (error) {
      // A refused entry may carry a colleague's signature on another branch than ours: keep it as evidence of a fork.
      await takeStatements(vault, 'ledger', entries.slice(0, EVIDENCE_ENTRIES).map(toBase64url), desk.now())
      throw error
    }
    if (!reply.more) return reply
  }
}

/** How many entries of a refused reply are searched for evidence of a fork. */
const EVIDENCE_ENTRIES = 50

/**
 * Throws where the server's ledger is shorter than ours (P5): Failure `restored` where its head is on our chain, as after a restored
 * backup, else `rolled-back`.
 */
function noteShorter(vault: Vault, head: LedgerHead, now: number): void {
  const { forkWatch, chain } = vault
  if (head.sequence >= lengthOf(chain)) return
  if (hashAt(chain, head.sequence) !== head.hash) throw new Failure('rolled-back')
  if (forkWatch.shorter?.head.hash !== head.hash) {
    forkWatch.shorter = { head, since: now }
    forkWatch.isChanged = true
  }
  throw new Failure('restored')
}
