import { stateOf } from '../../extension/keeper/vault/vault.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { newFolderId } from '../../shared/bytes/ids.ts'
import { sha256 } from '../../shared/crypto/hash.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import { need, newOrg } from '../../tests/headless/org.ts'
import { signed } from '../../tests/headless/signed.ts'
import { appenderTo } from './big-ledger.ts'
import { wholeOrganisation } from './ledger-shapes.ts'
import type { History } from './ledger-shapes.ts'
import { storeLedger } from './store-ledger.ts'

const tries = 50
const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN

/** Milliseconds for an append to a real server that holds the organisation of ten thousand, for a bare INSERT, and for its start. */
export async function appendsAtTheEnd(length: number) {
  const { stack, owner } = await newOrg()
  const { vault } = owner.keeper.needOpen()
  const history: History = { state: stateOf(vault), entries: [] }
  await wholeOrganisation(history, length, vault.me, vault.keys.sign)
  await storeLedger(stack, { ...history, profiles: [], receiveKeys: [], keyed: [] })
  const from = performance.now()
  while (!(await fetch(`${stack.origin}/readyz`)).ok) await new Promise((resolve) => setTimeout(resolve, 20))
  const start = performance.now() - from
  const sign = appenderTo(history, vault.me, vault.keys.sign)
  const sql = stack.sql()
  await sql`create table bare (id serial primary key, entry bytea not null)`
  const [appends, inserts] = [[] as number[], [] as number[]]
  for (let i = 0; i < tries; i++) {
    const [folder, sealed, key] = [newFolderId(), randomBytes(284), randomBytes(1_216)]
    const hashes = { commitment: await sha256(key), receive: await sha256(key), description: await sha256(sealed) }
    await sign({ act: 'folder created', folder, parent: null, ...hashes })
    const body = {
      entry: toBase64url(need(history.entries.at(-1)).entry),
      descriptions: [{ kind: 'folder' as const, id: folder, revision: 1, sealed: toBase64url(sealed) }],
      receiveKeys: [toBase64url(key)],

      wraps: [],
      profiles: [],
      invitees: [],
    }
    const headers = { ...(await signed(owner, 'POST', '/api/ledger')), 'content-type': 'application/json' }
    const request = { method: 'POST', headers, body: JSON.stringify(body) }
    let at = performance.now()
    const answer = await fetch(`${stack.origin}/api/ledger`, request)
    await answer.text()
    appends.push(performance.now() - at)
    if (!answer.ok) throw new Error(String(answer.status))
    at = performance.now()
    await sql`insert into bare (entry) values (${Buffer.alloc(500)})`
    inserts.push(performance.now() - at)
  }
  await sql.end()
  await stack.stop()
  return { append: median(appends), insert: median(inserts), start }
}
