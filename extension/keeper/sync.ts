import { visibleFolders } from '../../shared/access/visible.ts'
import { isMember } from '../../shared/ledger/replay/level.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import { call } from './api.ts'
import type { Desk } from './desk.ts'
import { fetchSome, portions } from './fetch-some.ts'
import { forgetOutOfReach } from './out-of-reach.ts'
import { checkLengths, refuseShort, takeJournals } from './pull-journals.ts'
import { takeEntries } from './pull-ledger.ts'
import { checkHoldings, lacks, takeObjects } from './pull-objects.ts'
import { freshToken } from './session.ts'
import type { Session } from './session.ts'
import { copyOf, shelfOf, stateOf } from './vault.ts'
import type { Vault } from './vault.ts'

/**
 * Brings the vault up to date, all of it or nothing: ledger first and verified, then what it says this desk lacks.
 * Throws Failure `server-unreachable`, `removed` once the ledger itself says so, `tampered-ledger`, `rolled-back`,
 * `pending`.
 */
export async function sync(desk: Desk, session: Session, vault: Vault): Promise<void> {
  const before = refusals(vault)
  let next = await pulled(desk, session, copyOf(vault))
  // What honest people write between our two requests looks like tampering: only what stands at a second look is.
  if (refusals(next).some((one) => !before.includes(one))) next = await pulled(desk, session, copyOf(vault))
  Object.assign(vault, next)
}

const refusals = ({ shelves, untrue }: Vault): string[] => [
  ...untrue,
  ...[...shelves].flatMap(([folder, { refused }]) => (refused === null ? [] : [folder])),
]

async function pulled(desk: Desk, session: Session, vault: Vault): Promise<Vault> {
  const journals = await pullLedger(desk, session, vault)
  const state = stateOf(vault)
  if (!isMember(state, vault.me)) throw new Failure('removed')
  vault.pinned = state.head
  forgetOutOfReach(vault)
  for (const folder of visibleFolders(state, vault.me)) vault.shelves.set(folder, shelfOf(vault, folder))
  const wanted = await lacks(vault, journals)
  for (const portion of portions(wanted)) {
    const reply = await fetchSome({ desk, session }, portion)
    await takeObjects(vault, reply)
    await takeJournals(vault, reply)
  }
  checkLengths(vault, journals)
  refuseShort(vault, wanted.journals, journals)
  await checkHoldings(vault)
  return vault
}

async function pullLedger(desk: Desk, session: Session, vault: Vault) {
  for (;;) {
    const token = await freshToken(desk, session)
    const query = `?from=${String(vault.states.length)}`
    const reply = await call(desk, session.server, 'ledger', null, { token, query })
    await takeEntries(vault, reply)
    if (!reply.more) return reply.journals
    if (reply.entries.length === 0) throw new Failure('tampered-ledger', 'more')
  }
}
