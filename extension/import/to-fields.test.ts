import { expect, test } from 'vitest'
import { itemFields } from '../messages/item-fields.ts'
import { emptyLogin } from './imported.ts'
import { toFields } from './to-fields.ts'

test('whatever a source holds fits the fields of ours, and nothing is lost without being named', () => {
  const many = Array.from({ length: 30 }, (_, at) => ({ label: `Field ${at}`, value: `value ${at}` }))
  const login = {
    ...emptyLogin(7),
    name: `Two\nlines ${'x'.repeat(300)}`,
    username: 'u'.repeat(600),
    password: 'secret',
    urls: ['azur.example', 'ftp://files.example', 'https://azur.example'].map((address) => ({
      address,
      match: null,
      realm: '',
    })),
    custom: many,
    tags: ['voix', 'voix', 't'.repeat(50)],
    totp: 'not a seed',
    files: [{ name: 'big.bin', bytes: new Uint8Array(200_000) }],
  }
  const { fields, problems } = toFields(login, 0)
  expect(itemFields.safeParse(fields).success).toBe(true)
  expect(fields.name.startsWith('Two lines')).toBe(true)
  expect(fields.urls).toEqual([{ address: 'https://azur.example', match: 'origin', realm: '' }])
  expect(fields.tags).toEqual(['voix'])
  for (const kept of ['u'.repeat(600), 'ftp://files.example', 'Field 29: value 29', 't'.repeat(50), 'x'.repeat(300)])
    expect(fields.notes).toContain(kept)
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['totp-odd', 'file-left', 'moved-to-notes']))
})

test('a login without a name takes its site, its username or its number', () => {
  const named = (of: object) => toFields({ ...emptyLogin(3), password: 'x', ...of }, 0).fields.name
  expect(named({ urls: [{ address: 'https://azur.example/x', match: null, realm: '' }] })).toBe('azur.example')
  expect(named({ username: 'ines' })).toBe('ines')
  expect(named({})).toBe('#3')
})

test('a host keeps its address as it is, and an address its rule', () => {
  const urls = [{ address: 'sftp://files.example:22', match: null, realm: '' }]
  expect(toFields({ ...emptyLogin(1), kind: 'host', urls }, 0).fields.urls).toMatchObject(
    urls.map(({ address }) => ({ address })),
  )
  const ruled = [{ address: 'https://a.example', match: 'domain' as const, realm: '' }]
  expect(toFields({ ...emptyLogin(1), urls: ruled }, 0).fields.urls).toEqual(ruled)
})
