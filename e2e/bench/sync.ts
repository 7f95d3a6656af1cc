/**
 * What the sync of a desk with nothing new costs the server, which every desk pays at every hint: beside a bare query by key in the
 * same minute, alternating, the median of five rounds. It decides the exit code as a ratio; it must not grow with folders in sight.
 * `npm run bench -- sync [--small]`
 */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { callAs } from '../../extension/keeper/desk/call-as.ts'
import type { SessionKey } from '../../extension/keeper/desk/desk.ts'
import { prove } from '../../extension/keeper/desk/session-key.ts'
import { newFolderId } from '../../shared/bytes/ids.ts'
import { PIN, hire, need, newFolder, newOrg } from '../../tests/headless/org.ts'
import { nonceHeader, proofHeader } from '../../shared/protocol/dpop.ts'
import { sign, unlock } from '../../tests/headless/person.ts'
import type { Person } from '../../tests/headless/person.ts'
import { appendFolders } from './grant-subtree.ts'
import { load, middle } from './load.ts'
import type { Cost } from './load.ts'

const small = process.argv.includes('--small')
const [rounds, ms] = small ? [3, 500] : [5, 3_000]
/** Of the reference's answers a second; and how much more CPU for a thousand folders more. */
/** How many requests of how many desks lie ready: of one desk no more than the server remembers. */
const [ofEach, atDesks] = [500, small ? 6 : 24]
const targets = { share: 0.3, growth: 1.5 }

const { stack, owner } = await newOrg()
const top = await newFolder(owner, 'Direction')
const team = need((await sign(owner, { do: 'create-team', name: 'Nord', home: top })).team)
const { person: agent } = await hire(stack, owner, 'Agathe', 'member', [team])
const atlas = await newFolder(owner, 'Atlas')
for (let i = 0; i < 40; i++) await newFolder(owner, `Client ${String(i)}`, atlas)
await sign(owner, { do: 'grant', folder: atlas, to: { kind: 'team', id: team }, level: 'fill' })
const asked = { 'agent, 41 folders': await requestOf(agent), 'owner, 42 folders': await requestOf(owner) }
const pid = need(stack.server.child.pid)

const child = fork(fileURLToPath(import.meta.resolve('./sync-reference.ts')), [stack.folder], {
  execArgv: ['--import', 'tsx'],
})
process.once('exit', () => child.kill())
const port = await new Promise<number>((resolve) => child.once('message', (said) => void resolve(Number(said))))
const reference = () => load(`http://127.0.0.1:${String(port)}`, need(child.pid), '/', null, ms)

/** A sync of that person as several desks ask that are up to date: each request is signed, once, before any is sent. */
async function requestOf(person: Person) {
  const { desk, session } = person.keeper.needOpen()
  const { head, mark, more } = await callAs(desk, session, 'ledger', null, { query: '?from=1' })
  if (more) throw new Error('not all entries came at once')
  const desks: { token: string; key: SessionKey }[] = []
  for (let i = 0; i < atDesks; i++) {
    // Locked so, the session before goes on.
    await person.keeper.lockNow('refused')
    await unlock(person, PIN)
    desks.push({ token: person.keeper.needOpen().session.token, key: need(await desk.sessionKey.get()) })
  }
  const address = `${stack.origin}/api/ledger`
  return {
    path: `/api/ledger?from=${String(head.sequence)}&mark=${encodeURIComponent(mark)}`,
    async sign() {
      const nonce = need((await fetch(`${stack.origin}/api/hello`)).headers.get(nonceHeader))
      const signed = Array.from({ length: ofEach }, () =>
        desks.map(async ({ token, key }) => {
          const proof = await prove(key, { method: 'GET', address, token, nonce, now: Date.now() })
          return { authorization: `DPoP ${token}`, [proofHeader]: proof }
        }),
      )
      return Promise.all(signed.flat())
    },
  }
}

const costs = new Map<string, Cost[]>()
const note = (what: string, cost: Cost) => costs.set(what, [...(costs.get(what) ?? []), cost])
async function measure(requests: Record<string, Awaited<ReturnType<typeof requestOf>>>) {
  for (let i = 0; i < rounds; i++)
    for (const [what, { path, sign }] of Object.entries(requests)) {
      note(`reference beside ${what}`, await reference())
      note(what, await load(stack.origin, pid, path, await sign(), ms))
    }
}

await measure(asked)
// A thousand more that the owner sees, and the agent does not.
const many = Array.from({ length: 1_000 }, () => ({ folder: newFolderId(), parent: null }))
for (let from = 0; from < many.length; from += 250) await appendFolders(owner, many.slice(from, from + 250))
await measure({ 'owner, 1,042 folders': await requestOf(owner) })
child.kill()
await stack.stop()

const of = (what: string) => {
  const all = costs.get(what) ?? []
  return { rate: middle(all.map((one) => one.rate)), cpu: middle(all.map((one) => one.cpu)) }
}
const rows = [...costs.keys()]
  .filter((what) => !what.startsWith('reference'))
  .map((what) => {
    const [own, bare] = [of(what), of(`reference beside ${what}`)]
    return { what, share: own.rate / bare.rate, rate: own.rate, bare: bare.rate, cpu: own.cpu, bareCpu: bare.cpu }
  })
console.table(
  rows.map(({ what, share, rate, bare, cpu, bareCpu }) => ({
    'a sync with nothing new': what,
    'answers ÷ bare query': share.toFixed(3),
    'answers a second': Math.round(rate),
    'bare query': Math.round(bare),
    'CPU ms': cpu.toFixed(3),
    'bare CPU ms': bareCpu.toFixed(3),
  })),
)
const missed = rows.flatMap(({ what, share }) =>
  share < targets.share ? [`${what}: ${share.toFixed(3)} of the bare query`] : [],
)
const [few, lots] = [need(rows[1]).cpu, need(rows.at(-1)).cpu]
if (lots > targets.growth * few) missed.push(`a thousand folders more cost ${(lots / few).toFixed(2)} times as much`)
for (const one of missed) console.log(`MISSED ${one}; the target is ${String(targets.share)}`)
process.exitCode = missed.length > 0 ? 1 : 0
