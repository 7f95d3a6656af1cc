import { beforeEach, expect, test, vi } from 'vitest'
import { firstPolicy } from '../../../shared/ledger/replay/owners.ts'
import { newFolderId, newItemId, newMemberId, newTeamId, orgOf, zero32 } from '../../../shared/bytes/ids.ts'
import type { FolderId } from '../../../shared/bytes/ids.ts'
import { defaultSettings } from '../../messages/settings.ts'
import type { ConsoleView, FolderView, GrantView, ItemRow, TeamView } from '../../messages/views.ts'
import { bring, dropped, folderLoad, loginLoad, refusalOf } from './carry.ts'
import { headCount, loginCount } from './inside.ts'
import { picked } from './picked.ts'
import { folderItems } from './folder-items.ts'
import { sheet } from './sheet.ts'
import { world } from './world.ts'

const asked: string[] = []
const sendMessage = ({ name }: { name: string }) => {
  asked.push(name)
  return new Promise(() => undefined)
}

const me = newMemberId()
const folder = (name: string, parent: FolderId | null, more: Partial<FolderView> = {}): FolderView => ({
  folder: newFolderId(),
  parent,
  name,
  hue: 0,
  about: null,
  level: 'manage',
  grants: [],
  unseenAbove: 0,
  stale: false,
  closed: 'no',
  archived: 'no',
  witnessed: false,
  personal: null,
  refused: null,
  mayAnchor: false,
  hasRegister: false,
  items: 1,
  ...more,
})
const bank = folder('Banque', null)
const cards = folder('Cartes', bank.folder)
const loans = folder('Crédits', bank.folder)
const power = folder('Énergie', null)
const shut = folder('Ancien', null, { closed: 'itself' })
const stale = folder('Vieux', null, { stale: true })
const read = folder('Lecture', null, { level: 'read', items: 3 })
const named = folder('Nom seul', bank.folder, { level: null, items: 0 })
const own = folder('À moi', null, { personal: { recovery: 'none', owners: 0 } })
const all = [bank, cards, loans, power, shut, stale, read, named, own]

function show(role: 'owner' | 'member', folders = all, teams: TeamView[] = []) {
  const view: ConsoleView = {
    status: {
      state: 'unlocked',
      server: 'https://cloison.example',
      org: orgOf(zero32),
      orgName: 'Accueil',
      me: { member: me, name: 'Claire', role },
      connection: { state: 'live' },
      settings: defaultSettings,
      keys: null,
      head: { sequence: 1, hash: '', time: 0 },
      seen: { colleagues: 0, names: [], last: null, ahead: null },
      repair: null,
      rekeying: null,
      warnings: [],
      unsent: 0,
    },
    folders,
    teams,
    people: [],
    invitations: [],
    policy: firstPolicy,
    proposals: [],
    renewals: [],
    orphans: [],
    returned: [],
    personal: { mayCreate: false, owners: 0 },
    recoverable: [],
    may: { invite: true, remove: true, createTopFolder: role === 'owner', setRoles: true, setPolicy: true },
    unsent: [],
    unsentDropped: 0,
    toChange: null,
  }
  world.value = view
}
beforeEach(() => {
  vi.stubGlobal('chrome', { runtime: { sendMessage } })
  show('owner')
  dropped.value = null
  sheet.value = { state: 'closed' }
  picked.value = new Set()
  asked.length = 0
})

const load = (of: FolderView) => folderLoad(of.folder) ?? expect.fail(`${of.name} may not be moved`)
const reason = (moved: FolderView, to: FolderView | null) => refusalOf(load(moved), to?.folder ?? null)

test('a folder goes where its person manages, and every other place says why not', () => {
  expect(reason(cards, power)).toBeNull()
  expect(reason(cards, null)).toBeNull()
  expect([bank, loans].map((to) => [to.name, reason(cards, to) !== null])).toEqual([
    ['Banque', true],
    ['Crédits', false],
  ])
  expect(reason(bank, bank)).toContain('itself')
  expect(reason(bank, cards)).toContain('inside')
  expect(reason(cards, bank)).toContain('already')
  expect(reason(cards, shut)).toContain('closed')
  expect(reason(cards, stale)).toContain('new key')
  expect(reason(cards, read)).toContain('may not')
  expect(reason(cards, own)).toContain('personal')
})

test('only who manages a folder and the one above takes it up; only owners put it at the top', () => {
  for (const one of [shut, read, own]) expect(folderLoad(one.folder)).toBeNull()
  show('member')
  expect(folderLoad(bank.folder)).toBeNull()
  expect(refusalOf(load(cards), null)).toContain('Only owners')
})

test('a folder that is brought opens the review and moves nothing; one that may not go there opens nothing', () => {
  bring(load(bank), cards.folder)
  expect([sheet.value.state, asked]).toEqual(['closed', []])
  bring(load(cards), power.folder)
  expect(sheet.value).toMatchObject({
    state: 'reviewing',
    intent: { do: 'move-folder', folder: cards.folder, parent: power.folder },
  })
  expect(asked).toEqual(['act.review'])
})

const row = (name: string): ItemRow => ({
  folder: cards.folder,
  item: newItemId(),
  kind: 'login',
  name,
  username: '',
  tags: [],
  urls: [],
  revision: 1,
  changedAt: 0,
  changedBy: null,
  unsent: null,
  toChange: null,
})

test('a login is carried alone, or with all that are picked where it is one of them, also from another screen', () => {
  const [one, other, third] = [row('Portail'), row('Courrier'), row('Planning')]
  folderItems.value = { folder: cards.folder, items: [one, other, third] }
  picked.value = new Set([one.item, other.item])
  expect(loginLoad(third, cards)).toMatchObject({ ids: [third.item], label: 'Planning' })
  const both = loginLoad(one, cards) ?? expect.fail('nothing')
  expect(both).toMatchObject({ ids: [one.item, other.item], label: '2 logins' })
  expect([cards, shut, read].map((to) => refusalOf(both, to.folder) !== null)).toEqual([true, true, true])
  expect(refusalOf(both, null)).toContain('in a folder')
  folderItems.value = null
  bring(both, power.folder)
  expect(dropped.value).toMatchObject({ from: cards, to: power, rows: [one, other] })
  expect(asked).toEqual([])
  expect(loginLoad(one, read)).toBeNull()
})

test('a parent counts each person once, its logins with those below, and says where it does not see all', () => {
  const [ines, paul] = [newMemberId(), newMemberId()]
  const team: TeamView = {
    team: newTeamId(),
    name: 'Atlas',
    home: bank.folder,
    members: [ines, paul],
    unseenFolders: 0,
    managesHome: true,
    canManage: true,
    stale: false,
  }
  const dates = { level: 'fill', starts: null, ends: null } as const
  const grants: GrantView[] = [
    { to: { kind: 'team', id: team.team }, name: 'Atlas', people: 2, state: 'current', ...dates },
    { to: { kind: 'member', id: ines }, name: 'Inès', people: 1, state: 'current', ...dates },
    { to: { kind: 'member', id: me }, name: 'Claire', people: 1, state: 'over', ...dates },
  ]
  const hidden: GrantView = { to: { kind: 'team', id: newTeamId() }, name: null, people: 5, state: 'current', ...dates }
  const above = { ...power, grants }
  const below = { ...folder('Eau', power.folder), grants: [hidden] }
  show(
    'owner',
    [...all, below].map((one) => (one === power ? above : one)),
    [team],
  )
  expect(headCount(above)).toEqual({ seen: 2, more: false })
  expect(headCount(below)).toEqual({ seen: 2, more: true })
  expect(loginCount(above)).toEqual({ seen: 2, more: false })
  expect(loginCount(bank)).toEqual({ seen: 3, more: true })
})
