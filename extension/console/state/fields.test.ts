import { expect, test } from 'vitest'
import { goodAddress, newPassword, noFields, sameFields, tidy } from './fields.ts'

const mine = { ...noFields, name: 'Portail', username: 'a.durand', password: 'one' }

test('an address left empty is not sent, and a password keeps its spaces', () => {
  expect(tidy({ ...mine, urls: [' https://a.example ', ''], password: ' x ' })).toMatchObject({
    urls: ['https://a.example'],
    password: ' x ',
  })
})

test('an address typed without its scheme is https, and what is no web address is refused', () => {
  expect(tidy({ ...mine, urls: ['portal.example/login'] }).urls).toEqual(['https://portal.example/login'])
  expect(['portal.example', 'http://127.0.0.1:8080/x', ''].map(goodAddress)).toEqual([true, true, true])
  expect(['javascript:alert(1)', 'https://', 'ftp://a.example'].map(goodAddress)).toEqual([false, false, false])
})

test('an empty row added to a form is no change', () => {
  expect(sameFields(mine, { ...mine, urls: ['', ''], custom: [{ label: '', value: '' }] })).toBe(true)
  expect(sameFields(mine, { ...mine, custom: [{ label: '', value: '7' }] })).toBe(false)
})

test('a generated password has 20 characters, none of which can be read for another', () => {
  const many = Array.from({ length: 200 }, newPassword)
  expect(new Set(many).size).toBe(200)
  expect(many.filter((each) => each.length !== 20 || /[0Oo1lI]/.test(each))).toEqual([])
})
