import { expect, test } from 'vitest'
import { differing, merged, newPassword, noFields, sameFields, tidy } from './fields.ts'

const mine = { ...noFields, name: 'Portail', username: 'a.durand', password: 'one' }
const theirs = { ...mine, password: 'two', notes: 'Since Monday' }

test('an address left empty is not sent, and a password keeps its spaces', () => {
  expect(tidy({ ...mine, urls: [' https://a.example ', ''], password: ' x ' })).toMatchObject({
    urls: ['https://a.example'],
    password: ' x ',
  })
})

test('an empty row added to a form is no change', () => {
  expect(sameFields(mine, { ...mine, urls: ['', ''], custom: [{ label: '', value: '' }] })).toBe(true)
  expect(sameFields(mine, { ...mine, custom: [{ label: '', value: '7' }] })).toBe(false)
})

test('two versions are told apart field by field, and only the chosen ones come from the other', () => {
  expect(differing(mine, theirs)).toEqual(['password', 'notes'])
  expect(merged(mine, theirs, new Set(['notes']))).toEqual({ ...mine, notes: 'Since Monday' })
})

test('a generated password has 20 characters, none of which can be read for another', () => {
  const many = Array.from({ length: 200 }, newPassword)
  expect(new Set(many).size).toBe(200)
  expect(many.filter((each) => each.length !== 20 || /[0Oo1lI]/.test(each))).toEqual([])
})
