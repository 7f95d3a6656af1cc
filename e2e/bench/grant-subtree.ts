import { callAs } from '../../extension/keeper/desk/call-as.ts'
import { stateOf } from '../../extension/keeper/vault/vault.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { newFolderId } from '../../shared/bytes/ids.ts'
import type { FolderId, TeamId } from '../../shared/bytes/ids.ts'
import { sha256 } from '../../shared/crypto/hash.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import type { Act } from '../../shared/ledger/acts.ts'
import { signLedgerEntry } from '../../shared/ledger/sign-entry.ts'
import { ledgerAppend } from '../../shared/protocol/sync.ts'
import { need } from '../../tests/headless/org.ts'
import { refresh, sign } from '../../tests/headless/person.ts'
import type { Person } from '../../tests/headless/person.ts'

/** Folders made in one entry. */
const AT_ONCE = 250

/** Makes a tree of `count` folders below `top`, then grants the top to a team, and says what that one act sent. */
export async function grantSubtree(owner: Person, top: FolderId, count: number, team: TeamId) {
  const all = [top, ...Array.from({ length: count }, newFolderId)]
  // Ten to a folder: three deep for a thousand.
  const made = all.slice(1).map((folder, i) => ({ folder, parent: need(all[Math.floor(i / 10)]) }))
  for (let from = 0; from < count; from += AT_ONCE) await appendFolders(owner, made.slice(from, from + AT_ONCE))
  await refresh(owner)
  let body = ''
  const restore = watch(owner, (text) => (body = text))
  const start = performance.now()
  await sign(owner, { do: 'grant', folder: top, to: { kind: 'team', id: team }, level: 'read' })
  restore()
  return { wraps: ledgerAppend.parse(JSON.parse(body)).wraps.length, bytes: body.length, ms: performance.now() - start }
}

function watch(person: Person, take: (body: string) => void) {
  const { fetch } = person.desk
  person.desk.fetch = (url, init) => {
    if (url.endsWith('/api/ledger') && typeof init.body === 'string') take(init.body)
    return fetch(url, init)
  }
  return () => void (person.desk.fetch = fetch)
}

/** Appends folders whose keys nobody will open here: random, with their hashes in the ledger. */
export async function appendFolders(
  { keeper }: Person,
  folders: { folder: FolderId; parent: FolderId | null }[],
): Promise<void> {
  const { desk, session, vault } = keeper.needOpen()
  const { org, head, time } = stateOf(vault)
  const acts: Act[] = []
  const [descriptions, receiveKeys] = [[] as object[], [] as string[]]
  for (const { folder, parent } of folders) {
    const [sealed, key] = [randomBytes(284), randomBytes(1_216)]
    const hashes = { commitment: await sha256(key), receive: await sha256(key), description: await sha256(sealed) }
    acts.push({ act: 'folder created', folder, parent, ...hashes })
    descriptions.push({ kind: 'folder', id: folder, revision: 1, sealed: toBase64url(sealed) })
    receiveKeys.push(toBase64url(key))
  }
  const place = {
    org,
    sequence: head.sequence + 1,
    previous: head.hash,
    time: Math.max(time, desk.now()),
    author: vault.me,
  }
  const { entry } = await signLedgerEntry(vault.keys.sign, { ...place, acts })
  const body = { entry: toBase64url(entry), descriptions, receiveKeys, wraps: [], profiles: [], invitees: [] }
  await callAs(desk, session, 'appendLedger', ledgerAppend.parse(body))
  await keeper.run(() => keeper.refresh())
}
