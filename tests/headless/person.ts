import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import { handlers } from '../../extension/keeper/doors/handlers.ts'
import { Keeper } from '../../extension/keeper/keeper.ts'
import { PinAhead } from '../../extension/keeper/unlock/pin-ahead.ts'
import { Offers } from '../../extension/keeper/offers/offers.ts'
import { consoleView, folderView } from '../../extension/keeper/doors/views/console.ts'
import { developmentExtensionId } from '../../server/extension-id.ts'
import type { Creation, Input } from '../../extension/messages/contract.ts'
import { SiteVisits } from '../../extension/keeper/fill/site-visits.ts'
import type { Sites } from '../../extension/keeper/fill/site-visits.ts'
import type { Frames } from '../../extension/keeper/fill/fill.ts'
import type { NewPasswords } from '../../extension/keeper/offers/new-passwords.ts'
import type { Handlers } from '../../extension/messages/serve.ts'
import type { FolderId } from '../../shared/bytes/ids.ts'
import { newSoftKey, prf, register, touch } from '../soft-key.ts'
import type { SoftKey } from '../soft-key.ts'
import { stretchOnce } from '../stretched.ts'
import { nodeDesk } from './node-desk.ts'
import type { NodeDesk } from './node-desk.ts'
import { noSites, noTab, noTabs, nothing } from './tab.ts'

/** One person at a desk without a screen: the shipped keeper, a software key, and the person's actions with both. */
export type Person = {
  desk: NodeDesk
  keeper: Keeper
  ask: Handlers
  key: SoftKey | null
  visits: SiteVisits
}

const noForms: NewPasswords = { look: () => Promise.resolve(null), fill: () => Promise.resolve(0) }

export function newPerson(
  desk = nodeDesk(),
  key: SoftKey | null = null,
  frames: Frames = noTab,
  newPasswords = noForms,
  sites: Sites = noSites,
): Person {
  const clipboard = { put: nothing, take: () => ({ text: null, seconds: 0 }), written: () => undefined }
  const keeper = new Keeper(desk, () => visits.follow(), new PinAhead(stretchOnce))
  const offers = new Offers(keeper, noTabs)
  const visits = new SiteVisits(keeper, frames, sites)
  const windows = { showUnlock: nothing, showConsole: nothing }
  const ask = handlers(keeper, {
    rpId: developmentExtensionId,
    frames,
    newPasswords,
    clipboard,
    offers,
    visits,
    ...windows,
  })
  return { desk, keeper, ask, key, visits }
}

/** Registers a new software key as the keeper asks, and seals the seed under key and PIN. */
async function enrol(person: Person, creation: Creation, pin: string) {
  const key = newSoftKey(creation.rpId, fromBase64url(creation.userId))
  person.key = key
  const registration = register(key, fromBase64url(creation.challenge))
  const assertion = touch(key, fromBase64url(creation.proveChallenge))
  const output = toBase64url(prf(key, fromBase64url(creation.prfSalt)))
  return person.ask['enrol.finish']({ pin, registration, assertion, prf: output }, '')
}

const founder = { orgName: 'Atlas Relation', name: 'Odile Owner', email: 'odile@atlas.example' }

export async function setUp(person: Person, server: string, code: string, pin: string, who = founder) {
  await person.ask['server.trust']({ address: server }, '')
  await person.ask['setup.check']({ code }, '')
  return enrol(person, await person.ask['enrol.start']({ kind: 'setup', code, ...who }, ''), pin)
}

export async function join(person: Person, server: string, code: string, pin: string) {
  await person.ask['server.trust']({ address: server }, '')
  return enrol(person, await person.ask['enrol.start']({ kind: 'join', code }, ''), pin)
}

/** Unlocks with PIN and key. `key`: another key than the person's own, for attacks. */
export async function unlock(person: Person, pin: string, key = person.key) {
  if (key === null) throw new Error('no key yet')
  const asked = await person.ask['unlock.start'](null, '')
  const assertion = touch(key, fromBase64url(asked.challenge))
  return person.ask['unlock.finish']({ pin, assertion, prf: toBase64url(prf(key, fromBase64url(asked.prfSalt))) }, '')
}

/** Changes the PIN of the key in use: old PIN, new PIN, assertion. */
export async function changePin(person: Person, pin: string, next: string, key = person.key) {
  if (key === null) throw new Error('no key yet')
  const asked = await person.ask['pin.start']({ next }, '')
  const touched = {
    assertion: touch(key, fromBase64url(asked.challenge)),
    prf: toBase64url(prf(key, fromBase64url(asked.prfSalt))),
  }
  return person.ask['pin.finish']({ pin, next, ...touched }, '')
}

/** Unlocks with the key alone, within the shift. */
export async function touchAlone(person: Person, key = person.key) {
  if (key === null) throw new Error('no key yet')
  const asked = await person.ask['shift.start'](null, '')
  const touched = {
    assertion: touch(key, fromBase64url(asked.challenge)),
    prf: toBase64url(prf(key, fromBase64url(asked.prfSalt))),
  }
  return person.ask['shift.finish'](touched, '')
}

/** Registers one more key for the unlocked person and returns it; the first key stays the one in use. */
export async function furtherKey(person: Person, pin: string): Promise<SoftKey> {
  const { key } = person
  await enrol(person, await person.ask['enrol.start']({ kind: 'further-key' }, ''), pin)
  const made = person.key
  person.key = key
  if (made === null) throw new Error('no key was made')
  return made
}

export const sign = (person: Person, intent: Input<'act.sign'>) => person.ask['act.sign'](intent, '')
export const refresh = (person: Person) => person.keeper.run(() => person.keeper.refresh())
export const look = (person: Person) => person.keeper.run(() => consoleView(person.keeper))
export const itemsIn = (person: Person, folder: FolderId) =>
  person.keeper.run(() => Promise.resolve(folderView(person.keeper.needOpen(), folder)))
