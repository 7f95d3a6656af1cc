import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { toBase64url } from '../shared/bytes/base64url.ts'
import { writeExport } from '../shared/ledger/export.ts'
import type { LedgerExport } from '../shared/ledger/export.ts'
import { signReceipt } from '../shared/ledger/receipt.ts'
import {
  accept,
  grant,
  newFolder,
  newMember,
  newOrg,
  newTeam,
  remove,
  signedBy,
  startTime,
  toMember,
  toTeam,
} from '../shared/ledger/testing/org.ts'
import { change, newBook, write } from '../shared/ledger/testing/journal.ts'
import { newPerson, someHash } from '../shared/ledger/testing/person.ts'
import { answer } from './answer.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'cloison-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))

const org = await newOrg()
const { owner } = org
const [agent, leaver] = [await newMember(org), await newMember(org)]
const top = await newFolder(org, owner)
const client = await newFolder(org, owner, top)
const team = await newTeam(org, owner, top, [agent])
await accept(org, owner, grant(client, toTeam(team), 'fill'), grant(client, toMember(leaver), 'edit'))
const book = newBook(org, client)
const login = await change()
await write(book, leaver, login)
const before = org.state.head.sequence
await accept(org, owner, remove(leaver))

const receiptFor = async (ledger: typeof org.state.head) =>
  toBase64url(
    await signReceipt(agent.keys.sign, { org: org.state.org, member: agent.id, ledger, time: org.state.time }),
  )
const whole: LedgerExport = {
  org: org.state.org,
  entries: org.entries.map(toBase64url),
  journals: [{ folder: client, entries: book.entries.map(toBase64url) }],
  receipts: [await receiptFor(org.state.head)],
}

/** What the program answers on a file; `wrong` when it does not believe it. */
async function run(file: Partial<LedgerExport> | string, ...options: string[]) {
  const content = typeof file === 'string' ? file : writeExport({ ...whole, ...file })
  writeFileSync(join(folder, 'ledger.json'), content)
  return runOn('ledger.json', ...options)
}
async function runOn(...args: string[]) {
  const { code, said } = await answer(args, folder)
  return code === 0 ? { code, said, wrong: '' } : { code, said: '', wrong: said }
}

test('the program prints what it found, and ends with a code', { timeout: 0 }, async () => {
  const { said } = await run({})
  const node = ['--disable-warning=ExperimentalWarning', '--import', 'tsx', 'verify/verify-ledger.ts']
  const start = (file: string) =>
    spawnSync(process.execPath, [...node, file], {
      cwd: root,
      env: { ...process.env, INIT_CWD: folder },
      encoding: 'utf8',
    })
  expect(start('ledger.json')).toMatchObject({ status: 0, stdout: `${said}\n`, stderr: '' })
  expect(start('nowhere.json')).toMatchObject({ status: 2, stdout: '' })
})

test('P4 P5: an export is replayed by itself, and says who can do what, and why', async () => {
  const { code, said, wrong } = await run({})
  expect({ code, wrong }).toEqual({ code: 0, wrong: '' })
  expect(said).toContain(`Organisation  ${org.state.org}`)
  expect(said).toContain(`${org.entries.length} entries`)
  expect(said).toContain(org.state.head.hash)
  expect(said).toContain('1 member has signed for an entry of it')
  expect(said).toContain(`${owner.id} owner, since entry 1`)
  expect(said).toContain(`${leaver.id} with entry ${before + 1}`)
  expect(said).toContain(`${agent.id} fill: through team ${team} here (entry ${before})`)
  expect(said).toContain(`${owner.id} manage: by name here`)
  expect(said).toContain(`by name on ${top} above`)
  expect(said).toContain(`STALE since entry ${before + 1}`)
  expect(said).toContain(`${login.item} revision 1, changed by ${leaver.id}`)
})

test('at an entry or a date it says what was so then', async () => {
  const then = await run({}, '--at', String(before))
  expect(then.said).toContain(`${leaver.id} edit: by name here (entry ${before})`)
  expect(then.said).not.toContain('STALE')
  const date = new Date(startTime).toISOString().slice(0, 10)
  expect((await run({}, '--at', date)).said).toContain(`At ${date}T23:59:59.999Z, after entry ${before + 1}:`)
  expect((await run({}, '--at', new Date(startTime).toISOString())).said).toContain('after entry 1:')
  expect(await run({}, '--at', '1999-12-31')).toMatchObject({ code: 2, said: '' })
  expect(await run({}, '--at', '99')).toMatchObject({ code: 2, said: '' })
  expect((await run({}, '--at', 'yesterday')).wrong).toContain('There is no ledger at yesterday')
})

test('between two places it says who joined and left, what was granted, and whose levels differ', async () => {
  const { code, said } = await run({}, '--changes', '2', String(before + 1))
  expect(code).toBe(0)
  expect(said).toContain(`Joined (0): none`)
  expect(said).toContain(`${agent.id} on ${client}: none → fill`)
  expect(said).toContain(`folder granted {"folder":"${client}","to":{"kind":"team","id":"${team}"},"level":"fill"`)
  expect(said).toContain(`member removed {"member":"${leaver.id}"}`)
  const last = (await run({}, '--changes', String(before), String(before + 1))).said
  expect(last).toContain(`Left (1)\n  ${leaver.id}`)
  expect(last).toContain(`${leaver.id} on ${client}: edit → none`)
})

test('for machines it says the same as JSON', async () => {
  const { standing, changes, org: id, journals } = JSON.parse((await run({}, '--json')).said)
  expect([id, changes]).toEqual([org.state.org, null])
  expect(standing.members.map((one: { member: string }) => one.member)).toEqual([owner.id, agent.id])
  expect(journals[0].items[0]).toMatchObject({ item: login.item, revision: 1, deleted: false })
  const between = JSON.parse((await run({}, '--json', '--changes', '1', '3')).said)
  expect(between.changes.joined).toEqual([agent.id, leaver.id])
  expect(between.standing).toBeNull()
})

test('S3 S14: a ledger with one forged entry is refused, by the entry and the rule', async () => {
  const { head, time } = org.state
  const thief = await newPerson()
  const forged = await signedBy(org, { ...thief, id: owner.id }, [{ act: 'folder closed', folder: top }], { time })
  const { code, wrong } = await run({ entries: [...whole.entries, toBase64url(forged.entry)] })
  expect({ code, wrong }).toEqual({
    code: 1,
    wrong: `The ledger is refused at entry ${head.sequence + 1} of ${head.sequence + 1}: bad-signature.`,
  })
})

test('S7: a ledger with an entry dropped, or of another org, is refused', async () => {
  expect((await run({ entries: whole.entries.filter((_, i) => i !== 2) })).wrong).toContain('refused at entry 3 of')
  expect(await run({ entries: [] })).toMatchObject({ code: 1, wrong: 'The ledger has no entries.' })
  const other = await newOrg()
  const { code, wrong } = await run({ entries: other.entries.map(toBase64url), journals: [], receipts: [] })
  expect({ code, wrong }).toEqual({ code: 1, wrong: `The ledger is that of another organisation: ${other.state.org}.` })
})

test('S7: a journal that was cut short or is another folder’s is refused', async () => {
  const short = await run({ journals: [{ folder: client, entries: [] }] })
  expect(short.code).toBe(1)
  expect(short.wrong).toContain('ends before a place that the ledger holds fast')
  const entries = book.entries.map(toBase64url)
  expect((await run({ journals: [{ folder: top, entries }] })).wrong).toContain(
    `${top} is refused at entry 1 of 1: wrong-org`,
  )
})

test('P5 S8: a receipt for another history is never overlooked, nor one that nobody signed', async () => {
  const { head } = org.state
  const forked = await run({ receipts: [await receiptFor({ ...head, hash: await someHash() })] })
  expect(forked.code).toBe(1)
  expect(forked.wrong).toBe(
    `Member ${agent.id} has signed for another entry ${head.sequence}: the server told two histories.`,
  )
  const [receipt = ''] = whole.receipts
  expect((await run({ receipts: [receipt, `${receipt.slice(0, -2)}AA`] })).wrong).toBe(
    'Receipt 2 of 2 is refused: bad-signature.',
  )
})

test('a missing file, another file, or nothing at all is said in a sentence', async () => {
  expect(await runOn('nowhere.json')).toMatchObject({
    code: 2,
    wrong: 'nowhere.json cannot be read. Is the path right?',
  })
  expect((await run('{}')).wrong).toContain('ledger.json is not an export of a ledger: the file does not hold format')
  expect(await run('hello')).toMatchObject({
    code: 2,
    wrong: 'ledger.json is not an export of a ledger: it is not JSON.',
  })
  for (const args of [[], ['--json'], ['a', 'b'], ['a', '--at'], ['a', '--changes', '1'], ['--nonsense']])
    expect((await runOn(...args)).wrong).toContain('npm run verify-ledger -- FILE')
})

test('the verifier is short enough to be read at one sitting: under 400 lines on top of what is shared', () => {
  // What opens an export is another program.
  const own = readdirSync('verify').filter((name) => !name.endsWith('.test.ts') && !/^open/.test(name))
  const lines = own.map((name) => readFileSync(join('verify', name), 'utf8').trimEnd().split('\n').length)
  const sum = lines.reduce((one, other) => one + other, 0)
  expect([own.length > 3, sum > 100, sum < 400]).toEqual([true, true, true])
})
