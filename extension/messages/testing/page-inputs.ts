const id = 'A'.repeat(22)
const wish = { length: 20, kinds: ['upper'], withAlike: false }
const offered = { offer: 'x', folder: id, name: 'a', username: '' }
const saved = { as: 'new', item: id, folder: id, name: 'shop.example', username: '' }

/** For each request about web pages: one valid input, and one that is invalid in the field named only. */
export const pageInputs = {
  'match.reach': { good: { address: 'https://a.example' }, bad: { address: 7 }, field: 'address' },
  'client.choose': { good: { folder: id }, bad: { folder: 'x' }, field: 'folder' },
  'login.fit': { good: { folder: id, item: id, tab: 7 }, bad: { folder: id, item: id, tab: -1 }, field: 'tab' },
  'password.generate': { good: wish, bad: { ...wish, length: 7 }, field: 'length' },
  'generated.look': { good: { tab: 7 }, bad: { tab: null }, field: 'tab' },
  'generated.fill': {
    good: { tab: 7, origin: 'https://a.example' },
    bad: { tab: 7, origin: 'https://a.example', password: 'x' },
    field: 'password',
  },
  'generated.copy': { good: { item: id }, bad: { item: 'x' }, field: 'item' },
  'offer.save': { good: offered, bad: { ...offered, password: 'x' }, field: 'password' },
  'offer.update': {
    good: { offer: 'x', folder: id, item: id },
    bad: { offer: 7, folder: id, item: id },
    field: 'offer',
  },
  'offer.dismiss': { good: { offer: 'x', never: true }, bad: { offer: 'x', never: 1 }, field: 'never' },
  'generated.save': { good: saved, bad: { ...saved, name: ' ' }, field: 'name' },
}
