import { isMember } from '../../shared/ledger/replay/level.ts'
import { idsIn } from '../../shared/bytes/ids.ts'
import { visibleFolders } from '../../shared/access/visible.ts'
import { Failure } from '../../shared/bytes/failure.ts'
import { call } from './api.ts'
import type { Desk } from './desk.ts'
import { checkLengths, refuseShort, takeJournals } from './pull-journals.ts'
import { takeEntries } from './pull-ledger.ts'
import { checkHoldings, lacks, takeObjects } from './pull-objects.ts'
import { freshToken } from './session.ts'
import type { Session } from './session.ts'
import { copyOf, stateOf } from './vault.ts'
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
  checkLengths(vault, journals)
  const wanted = await lacks(vault, journals)
  if (Object.values(wanted).some((list) => list.length > 0)) {
    const token = await freshToken(desk, session)
    const reply = await call(desk, session.server, 'fetch', wanted, { token })
    await takeObjects(vault, reply)
    await takeJournals(vault, reply)
    checkLengths(vault, journals)
    refuseShort(vault, wanted.journals, journals)
  }
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
  }
}

/** Drops names, keys and items of folders and teams that this member no longer reaches. */
function forgetOutOfReach(vault: Vault): void {
  const state = stateOf(vault)
  const seen = new Set(visibleFolders(state, vault.me))
  for (const folder of idsIn(state.folders)) {
    if (seen.has(folder)) continue
    vault.shelves.delete(folder)
    vault.folderKeys.delete(folder)
    vault.folderNames.delete(folder)
    vault.descriptions.delete(folder)
  }
  for (const team of idsIn(state.teams))
    if (state.teams[team]?.members.includes(vault.me) === false) vault.teamSeeds.delete(team)
}
