import { newFolderId } from '../../../shared/bytes/ids.ts'
import type { RequestName } from '../contract.ts'
import { exactAddress, noFields } from '../item-fields.ts'
import { pageInputs } from './page-inputs.ts'

export const folder = newFolderId()
const pin = 'pin-9x4k'
const [item, bytes32] = ['A'.repeat(22), 'A'.repeat(43)]
const assertion = {
  credentialId: 'AA',
  clientDataJSON: 'AA',
  authenticatorData: 'AA',
  signature: 'AA',
  userHandle: 'AA',
}
const registration = { credentialId: 'AA', clientDataJSON: 'AA', attestationObject: 'AA', transports: ['usb'] }
const fields = { ...noFields, name: 'a' }
/** One valid input for each request, and one that is invalid in the field named only. */
export const inputs: { [N in RequestName]: { good: unknown; bad: unknown; field: string } } = {
  'open.here': { good: null, bad: {}, field: 'input' },
  'window.unlock': { good: null, bad: 'x', field: 'input' },
  'window.further-key': { good: null, bad: undefined, field: 'input' },
  'window.change-pin': { good: null, bad: {}, field: 'input' },
  'window.new-keys': { good: null, bad: 1, field: 'input' },
  'rotate.review': { good: null, bad: {}, field: 'input' },
  'rotate.finish': {
    good: { pin, next: pin, assertion, prf: bytes32 },
    bad: { pin, next: pin, assertion, prf: 'AA' },
    field: 'prf',
  },
  'window.console': { good: null, bad: 0, field: 'input' },
  'offer.again': { good: { origin: 'x' }, bad: {}, field: 'origin' },
  'server.look': { good: { address: 'x' }, bad: { address: 'x'.repeat(2_049) }, field: 'address' },
  'server.trust': { good: { address: 'x' }, bad: { address: 'x', more: 1 }, field: 'more' },
  'setup.check': { good: { code: 'AAAA-AAAA-AAAA-AAAA' }, bad: { code: 'AAAA' }, field: 'code' },
  'join.look': { good: { code: 'x' }, bad: { code: 3 }, field: 'code' },
  'enrol.start': { good: { kind: 'further-key' }, bad: { kind: 'other' }, field: 'kind' },
  'access.person': { good: { member: folder }, bad: { member: 'x' }, field: 'member' },
  'access.folder': { good: { folder }, bad: { folder: 'x' }, field: 'folder' },
  'person.find': { good: { email: 'a@b.example' }, bad: { email: 'a' }, field: 'email' },
  'person.erase': { good: { member: folder }, bad: { member: 'x' }, field: 'member' },
  'repair.start': { good: null, bad: {}, field: 'input' },
  'ledger.export': { good: null, bad: {}, field: 'input' },
  'fork.export': { good: { fork: 0 }, bad: { fork: -1 }, field: 'fork' },
  'enrol.pin': { good: { pin }, bad: { pin: 'x'.repeat(257) }, field: 'pin' },
  'enrol.finish': {
    good: { pin, registration, assertion, prf: bytes32 },
    bad: { pin, registration: { ...registration, transports: ['a\0'] }, assertion, prf: bytes32 },
    field: 'registration.transports.0',
  },
  'enrol.cancel': { good: null, bad: [], field: 'input' },
  'unlock.start': { good: null, bad: {}, field: 'input' },
  'unlock.prepare': { good: { pin }, bad: {}, field: 'pin' },
  'unlock.finish': { good: { pin, assertion, prf: bytes32 }, bad: { pin, assertion, prf: 'AA' }, field: 'prf' },
  lock: { good: null, bad: {}, field: 'input' },
  'shift.start': { good: null, bad: {}, field: 'input' },
  'shift.finish': { good: { assertion, prf: bytes32 }, bad: { assertion, prf: bytes32, pin }, field: 'pin' },
  'pin.start': { good: { next: pin }, bad: { next: 1 }, field: 'next' },
  'pin.finish': {
    good: { pin, next: pin, assertion, prf: bytes32 },
    bad: { pin, assertion, prf: bytes32 },
    field: 'next',
  },
  'settings.name-key': {
    good: { credential: 'AA', name: 'blue' },
    bad: { credential: 'AA', name: 'x'.repeat(101) },
    field: 'name',
  },
  'settings.save': {
    good: { idleMinutes: 1, clipboardSeconds: 10, unlockedHours: null, firstSteps: 'away' },
    bad: { idleMinutes: 11, clipboardSeconds: 10, unlockedHours: null, firstSteps: 'away' },
    field: 'idleMinutes',
  },
  'settings.language': { good: { language: 'fr' }, bad: { language: 'de' }, field: 'language' },
  'health.start': { good: null, bad: 0, field: 'input' },
  'health.go-on': { good: { run: 1 }, bad: { run: 'x' }, field: 'run' },
  'health.stop': { good: { run: 1 }, bad: {}, field: 'run' },
  'keys.list': { good: { member: null }, bad: { member: 'x' }, field: 'member' },
  'keys.attestation': { good: null, bad: {}, field: 'input' },
  'keys.revoke': { good: { member: folder, credential: 'AA' }, bad: { member: 'x' }, field: 'member' },
  'act.review': {
    good: { do: 'create-folder', parent: null, name: 'a' },
    bad: { do: 'create-folder', parent: 'x', name: 'a' },
    field: 'parent',
  },
  'act.sign': {
    good: { do: 'rename-folder', folder, name: 'a' },
    bad: { do: 'rename-folder', folder, name: ' ' },
    field: 'name',
  },
  'item.history': { good: { folder, item }, bad: { folder }, field: 'item' },
  'item.read': { good: { folder, item }, bad: { folder, item: `${item}A` }, field: 'item' },
  'item.save': {
    good: { folder, item, base: null, fields },
    bad: { folder, item, base: null, fields: { ...fields, urls: [exactAddress('x'.repeat(2_049))] } },
    field: 'fields.urls.0.address',
  },
  'item.delete': { good: { folder, item, base: 1 }, bad: { folder, item, base: -1 }, field: 'base' },
  'move.review': { good: { from: folder, to: folder }, bad: { from: folder }, field: 'to' },
  'item.carry': {
    good: { as: 'move', folder, item, to: folder, fresh: item },
    bad: { as: 'swap', folder, item, to: folder, fresh: item },
    field: 'as',
  },
  'items.deleted': { good: { folder: null }, bad: { folder: `${folder}A` }, field: 'folder' },
  'item.restore': { good: { folder, item }, bad: { folder, item: `${item}A` }, field: 'item' },
  'items.known': {
    good: { folder, logins: [{ name: 'a', username: '', address: '', password: '' }] },
    bad: { folder, logins: [{ name: 'a', username: '', address: '' }] },
    field: 'logins.0.password',
  },
  'items.import': {
    good: { batches: [{ folder, logins: [{ item, fields, history: [{ password: 'a', until: 1 }] }] }] },
    bad: { batches: [{ folder, logins: [{ item, fields: { ...fields, name: '' }, history: [] }] }] },
    field: 'batches.0.logins.0.fields.name',
  },
  'items.export': { good: { folder, from: 0 }, bad: { folder, from: -1 }, field: 'from' },
  'unsent.send': { good: null, bad: {}, field: 'input' },
  'unsent.read': { good: { folder, item }, bad: { folder, item: '' }, field: 'item' },
  'unsent.settle': {
    good: { as: 'chosen', folder, item, revision: 2, theirs: ['password'] },
    bad: { as: 'chosen', folder, item, revision: 2, theirs: [1] },
    field: 'theirs.0',
  },
  'unsent.discard': { good: { folder, item }, bad: { folder: '', item }, field: 'folder' },
  'unsent.dropped-read': { good: null, bad: 1, field: 'input' },
  'code.look': {
    good: { of: { by: 'item', folder, item }, purpose: 'look' },
    bad: { of: { by: 'item', folder, item }, purpose: 'fill' },
    field: 'purpose',
  },
  'code.copy': { good: { by: 'seed', totp: 'x' }, bad: { by: 'seed', totp: 'x'.repeat(1_001) }, field: 'totp' },
  'secret.copy': { good: { text: 'x' }, bad: { text: 'x'.repeat(10_001) }, field: 'text' },
  'clipboard.take': { good: null, bad: {}, field: 'input' },
  'clipboard.written': { good: null, bad: 'x', field: 'input' },
  ...pageInputs,
  fill: { good: { folder, item, tab: 1 }, bad: { folder, item, tab: 1.5 }, field: 'tab' },
}
