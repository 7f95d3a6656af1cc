import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import type { FramedForm } from '../../extension/keeper/testing/pass-gate.ts'
import type { Sites } from '../../extension/keeper/fill/site-visits.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { nodeDesk } from './node-desk.ts'
import { PIN, fieldsOf, hire, need, newFolder, newOrg } from './org.ts'
import { newPerson, sign, unlock } from './person.ts'
import type { Person } from './person.ts'
import { pageAt } from './tab.ts'

// "Open and fill": the click opens one tab, and that tab alone is filled, once, within a minute, while it stays at the login's address.
const PORTAL = 'https://portail.example'
const EVIL = 'https://portail.example.evil.example'
const TAB = 7

let stack: Stack
let owner: Person
let agent: Person
let folder: FolderId
let item: ItemId
let pages: ReadonlyMap<number, readonly FramedForm[]>
let filled: { tab: number; origin: string }[] = []
let opened: string[] = []
let shown: number[] = []
let hasForm = true
let whileLooking: (() => void) | null = null
let on: Parameters<Sites['follow']>[1] | null = null
let stopped = 0
let late = 0
let sendsTo: string[] = []

const sites: Sites = {
  open(url) {
    opened.push(url)
    return Promise.resolve(TAB)
  },
  follow(_, how) {
    on = how
    return () => (stopped += 1)
  },
  show(tab) {
    shown.push(tab)
    return Promise.resolve()
  },
}
const showPage = (url: string, tab = TAB, documentId = 'd') => (pages = new Map([[tab, [pageAt(url, documentId)]]]))

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  folder = await newFolder(owner, 'Banque Azur')
  const team = need((await sign(owner, { do: 'create-team', name: 'Atlas', home: folder })).team)
  await sign(owner, { do: 'grant', folder, to: { kind: 'team', id: team }, level: 'fill' })
  const fields = { ...fieldsOf('azur'), urls: [exactAddress(`${PORTAL}/login`)] }
  ;({ item } = await owner.ask['item.save']({ folder, item: newItemId(), base: null, fields }, ''))
  const frames = {
    of: (tab: number) => Promise.resolve([...(pages.get(tab) ?? [])]),
    look: () => {
      whileLooking?.()
      return Promise.resolve(hasForm ? { sendsTo, hasFocus: false } : null)
    },
    fill: (tab: number, { origin }: { origin: string }) => {
      filled.push({ tab, origin })
      return Promise.resolve({ filled: ['password' as const], missing: [], sent: false, elsewhere: null })
    },
  }
  agent = newPerson(
    nodeDesk(() => Date.now() + late),
    null,
    frames,
    undefined,
    sites,
  )
  await hire(stack, owner, 'Inès', 'member', [team], agent)
})
afterAll(() => stack.stop())
beforeEach(() => {
  ;[filled, opened, shown, on, stopped, hasForm, whileLooking] = [[], [], [], null, 0, true, null]
  ;[late, sendsTo] = [0, []]
  pages = new Map()
})

const open = () => agent.ask['site.open']({ folder, item }, '')
const arrives = (tab = TAB) => agent.visits.arrives(tab)
const said = () => agent.visits.saidOf(TAB)

test('P8: the login’s first address is opened, and filled once it has its form; a second look fills nothing more', async () => {
  await open()
  expect(opened).toEqual([`${PORTAL}/login`])
  showPage('about:blank')
  await arrives()
  hasForm = false
  showPage(`${PORTAL}/login`)
  await arrives()
  expect(filled).toEqual([])
  hasForm = true
  await Promise.all([arrives(), arrives()])
  await arrives()
  expect(filled).toEqual([{ tab: TAB, origin: PORTAL }])
  expect([said(), stopped]).toEqual([null, 1])
})

test('P8: a site that leads elsewhere gets nothing, then or after it has led back, and the popup says where it led', async () => {
  await open()
  showPage(EVIL)
  await arrives()
  expect(said()).toMatchObject({ name: 'azur', code: 'site-elsewhere', address: EVIL })
  expect(shown).toEqual([TAB])
  showPage(`${PORTAL}/login`)
  await arrives()
  expect(filled).toEqual([])
})

test('P8: a page that only passes by another site ends it too, although nobody has looked there', async () => {
  await open()
  await agent.visits.commits(TAB, `${PORTAL}/login`)
  expect(said()).toBeNull()
  await agent.visits.commits(TAB, 'http://portail.example/login')
  showPage(`${PORTAL}/login`)
  await arrives()
  expect(filled).toEqual([])
  expect(said()).toMatchObject({ code: 'site-elsewhere', address: 'http://portail.example' })
})

test('P8: a frame of the login’s site within another page is not where the click led', async () => {
  await open()
  pages = new Map([[TAB, [pageAt(EVIL, 'top'), { ...pageAt(`${PORTAL}/login`, 'frame'), around: [EVIL] }]]])
  await arrives()
  expect(filled).toEqual([])
  expect(said()).toMatchObject({ code: 'site-elsewhere' })
})

test('P8: no other tab is filled, though it shows the login’s page', async () => {
  await open()
  showPage(`${PORTAL}/login`, TAB + 1)
  await arrives(TAB + 1)
  await arrives()
  expect(filled).toEqual([])
})

test('P8: after a minute nothing is filled any more', async () => {
  await open()
  showPage(`${PORTAL}/login`)
  late = 60_000
  await arrives()
  expect([filled, said()]).toEqual([[], null])
})

test('P8: who takes the tab elsewhere, or closes it, is not followed', async () => {
  await open()
  need(on).leaves()
  showPage(`${PORTAL}/login`)
  await arrives()
  expect([filled, stopped]).toEqual([[], 1])
})

test('P8: what ends while the page is looked at fills nothing, though the form was there', async () => {
  await open()
  showPage(`${PORTAL}/login`)
  whileLooking = () => {
    need(on).leaves()
  }
  await arrives()
  expect(filled).toEqual([])
})

test('P8: a form that sends elsewhere gets nothing, and the popup names where it would send', async () => {
  await open()
  showPage(`${PORTAL}/login`)
  sendsTo = [`${EVIL}/collect`]
  await arrives()
  expect(filled).toEqual([])
  expect(said()).toMatchObject({ code: 'sends-elsewhere', address: EVIL })
})

test('P8 P10: a lock ends it, and what was said', async () => {
  await open()
  await agent.ask.lock(null, '')
  showPage(`${PORTAL}/login`)
  await arrives()
  await unlock(agent, PIN)
  await arrives()
  expect([filled, said(), stopped]).toEqual([[], null, 1])
})

test('a login without an address that is filled opens nothing', async () => {
  const save = async (name: string, urls: ReturnType<typeof exactAddress>[]) => {
    const fields = { ...fieldsOf(name), urls }
    return owner.ask['item.save']({ folder, item: newItemId(), base: null, fields }, '')
  }
  const { item: never } = await save('jamais', [{ ...exactAddress(PORTAL), match: 'none' }])
  const ask = owner.ask['site.open']({ folder, item: never }, '')
  await expect(ask).rejects.toMatchObject({ code: 'no-site' })
  expect(opened).toEqual([])
})
