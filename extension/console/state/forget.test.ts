import { defaultSettings } from '../../messages/settings.ts'
import { expect, test, vi } from 'vitest'
import { firstPolicy } from '../../../shared/ledger/replay/owners.ts'
import { newFolderId, newItemId, newMemberId, orgOf, zero32 } from '../../../shared/bytes/ids.ts'
import type { ConsoleView } from '../../messages/views.ts'
import { dirtyDrafts, draftEdit, draftOf, type } from './drafts.ts'
import { emptyForm } from './fields.ts'
import { beginningAnew, forgetAtLock } from './forget.ts'
import { openItem, openSecret } from './open-item.ts'
import { openReview, sheet, sign } from './sheet.ts'
import { world } from './world.ts'

const member = newMemberId()
const nobody = {
  folders: [],
  teams: [],
  people: [],
  invitations: [],
  policy: firstPolicy,
  proposals: [],
  renewals: [],
  orphans: [],
  returned: [],
  personal: { mayCreate: false, owners: 0 },
  recoverable: [],
  may: { invite: true, remove: true, createTopFolder: true, setRoles: true, setPolicy: true },
  unsent: [],
  unsentDropped: 0,
  toChange: null,
}
const open: ConsoleView = {
  ...nobody,
  status: {
    state: 'unlocked',
    server: 'https://cloison.example',
    org: orgOf(zero32),
    orgName: 'Accueil',
    me: { member, name: 'Claire', role: 'owner' },
    connection: { state: 'live' },
    head: { sequence: 1, hash: '', time: 0 },
    seen: { colleagues: 0, names: [], last: null, ahead: null },
    repair: null,
    rekeying: null,
    warnings: [],
    unsent: 0,
    settings: defaultSettings,
    keys: null,
  },
}
const review = {
  gains: [],
  loses: [{ who: 'Paul', level: null, folders: ['Atlas'] }],
  rekeys: { teams: 0, folders: 1 },
  passwordsToChange: [{ name: 'Portail', path: ['Atlas'] }],
  needsSecondOwner: false,
  orphans: [],
  personal: { kept: 0, lost: 0 },
}
const answers: Record<string, unknown> = {
  'item.read': { fields: { ...emptyForm, password: 'secret' }, revision: 1 },
  'act.review': review,
  'act.sign': { folder: null, team: null, code: null, waitsUntil: null },
}

test('P10: nothing of the vault stays after the lock', async () => {
  vi.stubGlobal('chrome', {
    runtime: { sendMessage: ({ name }: { name: string }) => Promise.resolve({ ok: true, value: answers[name] }) },
  })
  world.value = open
  const beginAnew = vi.fn()
  forgetAtLock(beginAnew)
  expect(beginningAnew.value).toBe(false)
  const folder = newFolderId()
  const item = newItemId()
  draftEdit(folder, item, 1, emptyForm)
  const draft = draftOf(folder, item)
  if (draft !== null) type(draft, { password: 'typed' })
  await openSecret(folder, item)
  await openReview({ do: 'remove-member', member })
  await sign()
  await openReview({ do: 'remove-member', member })
  expect([dirtyDrafts.value.length, openItem.value.state, sheet.value.state]).toEqual([1, 'open', 'review'])

  world.value = {
    ...nobody,
    status: {
      state: 'locked',
      server: 'https://cloison.example',
      org: null,
      managed: false,
      why: 'button',
      limit: null,
      touchUntil: null,
    },
  }
  expect([dirtyDrafts.value.length, openItem.value.state, sheet.value.state]).toEqual([0, 'closed', 'closed'])
  expect(beginningAnew.value).toBe(true)
  await vi.waitUntil(() => beginAnew.mock.calls.length > 0)
  expect(beginAnew).toHaveBeenCalledOnce()
  beginningAnew.value = false
})

test('a page that opens unlocked stays, however soon its first view comes', async () => {
  world.value = null
  const beginAnew = vi.fn()
  forgetAtLock(beginAnew)
  world.value = open
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(beginAnew).not.toHaveBeenCalled()
  expect(beginningAnew.value).toBe(false)
})
