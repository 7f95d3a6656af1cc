import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import type { SubmittedForm } from '../../extension/messages/frame.ts'
import type { OfferView } from '../../extension/messages/offer-view.ts'
import { keepGenerated, findGenerated } from '../../extension/keeper/offers/generated.ts'
import { offerHandlers } from '../../extension/keeper/doors/offer-handlers.ts'
import { Offers } from '../../extension/keeper/offers/offers.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { nodeDesk } from './node-desk.ts'
import { PIN, between, fieldsOf, hire, need, newFolder, newOrg } from './org.ts'
import type { Sent } from './org.ts'
import { newPerson, refresh, sign, unlock } from './person.ts'
import { noTabs } from './tab.ts'
import type { Person } from './person.ts'

// What the keeper offers to save after a sign-in, in a browser whose pages always look as if it had succeeded.
const SITE = 'https://guichet.example'
const TAB = 7

let stack: Stack
let owner: Person
let mate: Person
let offers: Offers
let act: ReturnType<typeof offerHandlers>
let ahead = 0
let azur: FolderId
let mobile: FolderId
let level: (of: FolderId, as: 'fill' | 'read' | 'edit') => Promise<void>

beforeAll(async () => {
  ;({ stack, owner } = await newOrg())
  ;[azur, mobile] = [await newFolder(owner, 'Banque Azur'), await newFolder(owner, 'Mobile Plus')]
  mate = newPerson(nodeDesk(() => Date.now() + ahead))
  const { member } = await hire(stack, owner, 'Inès', 'member', [], mate)
  level = async (folder, as) => {
    await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: member }, level: as })
    await refresh(mate)
  }
  const look = () =>
    Promise.resolve({
      seen: [{ isSame: false, status: 200, isBusy: false, isWrong: false, forms: [] }],
      isTyping: false,
    })
  offers = new Offers(mate.keeper, { ...noTabs, look })
  act = offerHandlers(mate.keeper, offers, mate.ask['item.save'])
})
afterAll(() => stack.stop())

const frame = (origin: string) => ({ tab: TAB, documentId: 'd', origin, url: `${origin}/login?next=%2F` })
const send = (values: Partial<SubmittedForm>, origin = SITE) =>
  offers.sent(frame(origin), {
    name: 'frame.sent',
    kind: 'sign-in',
    username: 'agent-042',
    password: 'Brume-81',
    fresh: '',
    ...values,
  })
/** The offer for this login, once it is known. */
async function offered(values: Partial<SubmittedForm>, origin = SITE): Promise<OfferView> {
  expect(send(values, origin)).toBe('loaded')
  return vi.waitFor(() => need(offers.viewOf(TAB)), { timeout: 20_000, interval: 50 })
}
/** Nothing is offered: a login for an unknown site, sent afterwards in another tab, is already offered by then. */
async function notOffered(values: Partial<SubmittedForm>): Promise<void> {
  expect(send(values)).toBe('loaded')
  const other = { ...frame('https://ailleurs.example'), tab: 8 }
  offers.sent(other, { name: 'frame.sent', kind: 'sign-in', username: 'x', password: 'y', fresh: '' })
  await vi.waitFor(() => need(offers.viewOf(8)), { timeout: 20_000, interval: 50 })
  expect(offers.viewOf(TAB)).toBeNull()
  await act['offer.dismiss']({ offer: need(offers.viewOf(8)).id, never: false }, '')
}
const save = (folder: FolderId, name: string, username: string, password: string) =>
  owner.ask['item.save'](
    {
      folder,
      item: newItemId(),
      base: null,
      fields: { ...fieldsOf(name, password), username, urls: [exactAddress(SITE)] },
    },
    '',
  )
const read = (folder: FolderId, item: OfferView['updates'][number]['item']) =>
  owner.ask['item.read']({ folder, item }, '').then(({ fields }) => fields)
const dismiss = ({ id }: OfferView) => act['offer.dismiss']({ offer: id, never: false }, '')

test('a member who may edit no folder is offered nothing to save', async () => {
  await level(azur, 'read')
  expect(send({})).toBe('nothing')
})

test('a new login is saved where the person may edit: the only folder, the site’s folder, or the active client’s', async () => {
  await level(azur, 'edit')
  const only = await offered({})
  expect(only).toMatchObject({ host: 'guichet.example', username: 'agent-042', updates: [], folder: azur })
  expect(only.folders).toEqual([{ folder: azur, path: ['Banque Azur'] }])
  await dismiss(only)

  await level(mobile, 'edit')
  const several = await offered({})
  expect([several.folder, several.folders.length]).toEqual([null, 2])
  await dismiss(several)
  await save(mobile, 'Guichet', 'agent-007', 'Neige-7')
  await refresh(mate)
  const besides = await offered({})
  expect(besides.folder).toBe(mobile)
  await dismiss(besides)
  await owner.ask['item.save']({ folder: azur, item: newItemId(), base: null, fields: fieldsOf('Coffre') }, '')
  await refresh(mate)
  await mate.ask['client.choose']({ folder: azur }, '')
  const working = await offered({})
  expect(working.folder).toBe(azur)
  await dismiss(working)
  await mate.ask['client.choose']({ folder: null }, '')
})

test('a known login is not offered, nor one that may only be read; usernames match regardless of case', async () => {
  await notOffered({ username: ' Agent-007 ', password: 'Neige-7' })
  await level(mobile, 'read')
  await notOffered({ username: 'agent-007', password: 'Neige-9' })
  await level(mobile, 'edit')
})

test('an update is merged with a colleague’s change made meanwhile', async () => {
  const offer = await offered({ username: 'agent-007', password: 'Neige-9' })
  const [row] = offer.updates
  const { folder, item } = need(row)
  const was = await read(folder, item)
  await owner.ask['item.save']({ folder, item, base: 1, was, fields: { ...was, notes: 'Appeler avant.' } }, '')
  expect(await act['offer.update']({ offer: offer.id, folder, item }, '')).toMatchObject({ unsent: null })
  await refresh(owner)
  expect(await read(folder, item)).toEqual({ ...was, notes: 'Appeler avant.', password: 'Neige-9' })
  expect(offers.viewOf(TAB)).toBeNull()
})

test('P9: comparing with a witnessed login does not ask the server; a changed password is offered', async () => {
  const witnessed = await newFolder(owner, 'Sous témoin')
  await level(witnessed, 'edit')
  await save(witnessed, 'Témoin', 'agent-099', 'Secret-1')
  await sign(owner, { do: 'witness-folder', folder: witnessed, witnessed: true })
  await refresh(mate)
  const asked: Sent[] = []
  const restore = between(mate, (sent, pass) => {
    asked.push(sent)
    return pass()
  })
  await notOffered({ username: 'agent-099', password: 'Secret-2' })
  const change = { kind: 'change-password', username: 'agent-099', password: 'Secret-1', fresh: 'Secret-2' } as const
  const offer = await offered(change)
  expect(asked).toEqual([])
  restore()
  expect(offer.updates.map(({ name }) => name)).toEqual(['Témoin'])
  await dismiss(offer)
})

test('P10: after five minutes or a lock nothing is left to save', async () => {
  const old = await offered({ username: 'tard', password: 'Tard-1' })
  ahead = 5 * 60_000
  expect(offers.viewOf(TAB)).toBeNull()
  const late = { offer: old.id, folder: azur, name: 'Tard', username: 'tard' }
  await expect(act['offer.save'](late, '')).rejects.toMatchObject({ code: 'offer-over' })
  ahead = 0
  const offer = await offered({ username: 'tard', password: 'Tard-1' })
  await mate.ask.lock(null, '')
  offers.follow()
  expect(offers.viewOf(TAB)).toBeNull()
  await unlock(mate, PIN)
  expect(offers.viewOf(TAB)).toBeNull()
  await expect(act['offer.save']({ ...late, offer: offer.id }, '')).rejects.toMatchObject({ code: 'offer-over' })
})

test('saving the offer saves the generated password that was sent, and removes every other copy of it', async () => {
  const folder = await newFolder(owner, 'Inscriptions')
  await level(folder, 'edit')
  const [site, password] = ['https://inscription.example', 'Zibeline-6042']
  const kept = {
    item: newItemId(),
    tab: TAB,
    origin: site,
    password,
    username: '',
    fields: 2,
    changes: false,
    isShort: false,
  }
  await keepGenerated(mate.keeper, kept)
  const { id } = await offered({ kind: 'sign-up', password: '', fresh: password }, site)
  expect(await findGenerated(mate.keeper.desk, TAB, site)).toMatchObject({ password })
  await act['offer.save']({ offer: id, folder, name: 'Inscription', username: 'agent-042' }, '')
  expect(await findGenerated(mate.keeper.desk, TAB, site)).toBeNull()
})
