import { afterAll, beforeAll, expect, test } from 'vitest'
import { callAs } from '../../extension/keeper/desk/call-as.ts'
import type { ExportedLogin } from '../../extension/messages/export-logins.ts'
import type { ImportRow } from '../../extension/messages/import-logins.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { between, fieldsOf, hire, newFolder, newOrg } from './org.ts'
import { refresh, sign } from './person.ts'
import type { Person } from './person.ts'

// What a member may take out in one file, and what no file ever gets.
let stack: Stack
let owner: Person
let ines: Person
let folder: FolderId
const logins: ImportRow[] = Array.from({ length: 250 }, (_, at) => ({
  item: newItemId(),
  fields: fieldsOf(`Portail-${at}`),
  history: at === 0 ? [{ password: 'Bleu-41', until: 5 }] : [],
}))

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  folder = await newFolder(owner, 'Azur')
  await owner.ask['items.import']({ batches: [{ folder, logins }] }, '')
  const hired = await hire(stack, owner, 'Ines')
  ines = hired.person
  await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: hired.member }, level: 'fill' })
  await refresh(ines)
})
afterAll(() => stack.stop())

async function exportAll(by: Person, inClear: number | null = null): Promise<ExportedLogin[]> {
  const all: ExportedLogin[] = []
  for (let from: number | null = 0; from !== null;) {
    const page: { logins: ExportedLogin[]; next: number | null } = await by.ask['items.export'](
      { folder, from, inClear },
      '',
    )
    all.push(...page.logins)
    from = page.next
  }
  return all
}
const byId = (one: { item: string }, other: { item: string }) => (one.item < other.item ? -1 : 1)

test('an export reads each login once, page by page, with its earlier passwords, and asks the server nothing', async () => {
  const asked: string[] = []
  const honest = between(owner, ({ path }, pass) => (asked.push(path), pass()))
  const all = await exportAll(owner)
  honest()
  expect(all.toSorted(byId)).toEqual(logins.toSorted(byId))
  expect(asked).toEqual([])
})

test('who may only fill exports nothing', async () => {
  await expect(exportAll(ines)).rejects.toMatchObject({ code: 'not-allowed' })
})

test('S14: no file in clear but where the policy allows one of so many folders', async () => {
  const refused = { code: 'plain-export' }
  await expect(exportAll(owner, 1)).rejects.toMatchObject(refused)
  await sign(owner, { do: 'set-policy', policy: { ...firstPolicy, plainExport: 'folder' } })
  expect(await exportAll(owner, 1)).toHaveLength(250)
  await expect(exportAll(owner, 2)).rejects.toMatchObject(refused)
  // It opens nothing to who may only fill.
  await refresh(ines)
  await expect(exportAll(ines, 1)).rejects.toMatchObject({ code: 'not-allowed' })
  await sign(owner, { do: 'set-policy', policy: firstPolicy })
  await expect(exportAll(owner, 1)).rejects.toMatchObject(refused)
})

test('a witnessed folder is never exported in bulk: no secret is fetched for it, and no use recorded', async () => {
  await sign(owner, { do: 'witness-folder', folder, witnessed: true })
  const asked: string[] = []
  const honest = between(owner, ({ path }, pass) => (asked.push(path), pass()))
  await expect(exportAll(owner)).rejects.toMatchObject({ code: 'witnessed-in-bulk' })
  honest()
  expect(asked).toEqual([])
  const { desk, session } = owner.keeper.needOpen()
  expect(await callAs(desk, session, 'uses', { folder, before: null })).toMatchObject({ uses: [] })
})
