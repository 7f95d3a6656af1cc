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
import { checkLengths, endsAfter, refuseShort, takeJournals } from './pull-journals.ts'
import { settleOwed } from './owed.ts'
import { entriesOf, takeEntries } from './pull-ledger.ts'
import { checkHoldings, lacks, takeObjects } from './pull-objects.ts'
import type { Session } from '../desk/session.ts'
import { copyOf, shelfOf, stateOf } from '../vault/vault.ts'
import type { Vault } from '../vault/vault.ts'
import { hear, judgeAgain, ourHash } from './forks.ts'

/** Who watches a sync: told of a repair's progress, and once the vault can be shown; a lock aborts its `signal`. */
export type Watch = { progress: Progress; usable: () => Promise<void>; signal: AbortSignal }

const nobody: Watch = {
  progress: () => undefined,
  usable: () => Promise.resolve(),
  signal: new AbortController().signal,
}

/**
 * Brings the vault up to date, all of it or nothing: ledger first and verified, then what it says this desk lacks. It says
 * `usable` once the vault can be shown: at a first sync while older signatures are still to be checked.
 * Throws Failure `server-unreachable`, `removed` once the ledger itself says so, `tampered-ledger`, `rolled-back`,
 * `restored` where the server's ledger is shorter than ours, and part of it; `pending`.
 */
export async function sync(
  desk: Desk,
  session: Session,
  vault: Vault,
  { progress, usable, signal }: Watch = nobody,
): Promise<void> {
  const before = refusals(vault)
  let next = await pulled(desk, session, copyOf(vault))
  const gave = await giveBack({ desk, session, vault: next.vault }, next.repairedAt, progress)
  // What honest people write between our two requests looks like tampering: only what stands at a second look is.
  if (gave || refusals(next.vault).some((one) => !before.includes(one)))
    next = await pulled(desk, session, copyOf(vault))
  const undone = { ...vault }
  Object.assign(vault, next.vault)
  const { witness } = vault
  if (witness.shorter !== null) witness.isChanged = true
  witness.shorter = null
  judgeAgain(vault, desk.now())
  try {
    await usable()
    await settleOwed(vault, signal)
  } catch (error) {
    Object.assign(vault, undone)
    throw error
  }
}

const refusals = ({ shelves, untrue }: Vault): string[] => [
  ...untrue,
  ...[...shelves].flatMap(([folder, { refused }]) => (refused === null ? [] : [folder])),
]

async function pulled(desk: Desk, session: Session, vault: Vault): Promise<{ vault: Vault; repairedAt: number }> {
  const before = vault.chain.last
  const reply = await pullLedger(desk, session, vault)
  const { repairedAt } = reply
  vault.said = { mark: reply.mark, ends: endsAfter(vault.said, reply) }
  const state = stateOf(vault)
  if (vault.anchor !== null && isOnChain(vault.anchor, ourHash(vault)) !== true) throw new Failure('policy-head')
  if (!isMember(state, vault.me)) throw new Failure('removed')
  vault.pinned = state.head
  forgetOutOfReach(vault)
  dropOutdated(vault, before)
  await dropErased({ desk, session, vault }, reply)
  for (const folder of visibleFolders(state, vault.me)) vault.shelves.set(folder, shelfOf(vault, folder))
  const wanted = await lacks(vault)
  for await (const came of fetchAll({ desk, session }, wanted)) {
    await takeObjects(vault, came)
    await takeJournals(vault, came)
    // A journal entry that names another ledger than ours is told with its signature, not only as a refused folder.
    for (const { folder, entries } of came.journals)
      if (shelfOf(vault, folder).refused === 'wrong-ledger-head') await hear(vault, 'journal', entries, desk.now())
  }
  checkLengths(vault)
  refuseShort(vault, wanted.journals)
  await checkHoldings(vault)
  // Where anything was refused the server may have lied of more: it is asked for all of it again.
  if (refusals(vault).length > 0) vault.said = { ...vault.said, mark: null }
  return { vault, repairedAt }
}

/** Page by page; the next one is on its way while one is checked. */
async function pullLedger(desk: Desk, session: Session, vault: Vault) {
  const ask = (from: number) => {
    const mark = vault.said.mark === null ? '' : `&mark=${encodeURIComponent(vault.said.mark)}`
    return callAs(desk, session, 'ledger', null, { query: `?from=${String(from)}${mark}` })
  }
  let coming = ask(lengthOf(vault.chain))
  for (;;) {
    const reply = await coming
    const entries = entriesOf(reply)
    if (reply.more && entries.length === 0) throw new Failure('tampered-ledger', 'more')
    noteShorter(vault, reply.head, desk.now())
    if (reply.more) coming = ask(lengthOf(vault.chain) + entries.length)
    // What comes is waited for in the next round, or never, when this page is refused.
    coming.catch(() => undefined)
    try {
      await takeEntries(vault, reply, entries)
    } catch (error) {
      // Refused with a colleague's signature on another branch than ours: that much the server has given away.
      await hear(vault, 'ledger', entries.slice(0, SOME).map(toBase64url), desk.now())
      throw error
    }
    if (!reply.more) return reply
  }
}

/** Entries that are looked at for evidence, of a reply that was refused. */
const SOME = 50

/** A shorter ledger that ends on our chain is what a restored backup looks like: told apart from another branch (P5). */
function noteShorter(vault: Vault, head: LedgerHead, now: number): void {
  const { witness, chain } = vault
  if (head.sequence >= lengthOf(chain)) return
  if (hashAt(chain, head.sequence) !== head.hash) throw new Failure('rolled-back')
  if (witness.shorter?.head.hash !== head.hash) {
    witness.shorter = { head, since: now }
    witness.isChanged = true
  }
  throw new Failure('restored')
}
