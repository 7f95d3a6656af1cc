import { expect, test } from 'vitest'
import { exactAddress } from '../../messages/item-fields.ts'
import { addressFaults, emptyAddress } from './addresses.ts'
import { emptyForm, sameFields, tidyFields } from './fields.ts'

const mine = { ...emptyForm, name: 'Portail', username: 'a.durand', password: 'one' }

test('an empty address is not sent, and a password keeps its spaces', () => {
  expect(
    tidyFields({ ...mine, urls: [exactAddress(' https://a.example '), emptyAddress], password: ' x ' }),
  ).toMatchObject({
    urls: [exactAddress('https://a.example')],
    password: ' x ',
  })
})

test('an address typed without a scheme becomes https, and anything but a web address is refused', () => {
  const typed = ['portal.example/login', 'portal.example:8443', ' http://127.0.0.1:8080/x ']
  expect(tidyFields({ ...mine, urls: typed.map(exactAddress) }).urls.map(({ address }) => address)).toEqual([
    'https://portal.example/login',
    'https://portal.example:8443',
    'http://127.0.0.1:8080/x',
  ])
  expect(addressFaults([...typed, ''].map(exactAddress), 'login')).toEqual(new Map())
  const bad = [
    'javascript:alert(1)',
    'https://',
    'ftp://a.example',
    'https://me:word@a.example',
    'me@a.example',
    'not a url',
    'a%20b',
  ]
  expect([...addressFaults(bad.map(exactAddress), 'login').values()]).toEqual([
    'notWeb',
    'notWhole',
    'notWeb',
    'withUser',
    'withUser',
    'notWhole',
    'notWhole',
  ])
})

test('an address may occur once per realm, and one that matches by path needs a path', () => {
  const url = exactAddress('https://a.example/')
  const same = { ...url, address: 'https://a.example/', match: 'domain' as const }
  expect(addressFaults([url, same, { ...url, realm: 'Intranet' }], 'login')).toEqual(new Map([[1, 'twice']]))
  const below = (address: string) => addressFaults([{ ...exactAddress(address), match: 'path' }], 'login').get(0)
  expect([below('https://a.example//'), below('a.example'), below('a.example/x')]).toEqual([
    'noPath',
    'noPath',
    undefined,
  ])
})

test('an added row that is empty does not count as a change', () => {
  expect(sameFields(mine, { ...mine, urls: [emptyAddress, emptyAddress], custom: [{ label: '', value: '' }] })).toBe(
    true,
  )
  expect(sameFields(mine, { ...mine, custom: [{ label: '', value: '7' }] })).toBe(false)
})

test('a host keeps its address as typed, with a scheme or a port or neither, and never fills', () => {
  const typed = ['sftp://files.example:22', ' 10.0.0.8:5432 ', 'db.internal', '[::1]:22']
  const host = { ...mine, kind: 'host' as const, urls: typed.map(exactAddress) }
  expect(addressFaults(host.urls, 'host')).toEqual(new Map())
  expect(tidyFields(host).urls).toEqual(typed.map((address) => ({ address: address.trim(), match: 'none', realm: '' })))
  const bad = ['two words', 'sftp://me:word@files.example', 'sftp://']
  expect([...addressFaults(bad.map(exactAddress), 'host').values()]).toEqual(['notHost', 'notHost', 'notHost'])
})
