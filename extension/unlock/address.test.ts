import { expect, test } from 'vitest'
import { originOf } from './address.ts'

test('a bare name is taken as https, and a page of the server as the server', () => {
  expect(originOf(' vault.example.com ')).toBe('https://vault.example.com')
  expect(originOf('vault.example.com:8443')).toBe('https://vault.example.com:8443')
  expect(originOf('https://Vault.example.com/.cloison/open?x=1')).toBe('https://vault.example.com')
  expect(originOf('http://localhost:4600')).toBe('http://localhost:4600')
})

test('what looks like another name is shown as the name it is', () => {
  expect(originOf('https://vault.example.com@evil.example')).toBe('https://evil.example')
  expect(originOf('https://vаult.example.com')).toBe('https://xn--vult-53d.example.com')
})

test('what is no address of a server is none', () => {
  for (const typed of ['', '   ', 'a b', 'file:///etc/passwd', 'chrome://settings', 'https://']) {
    expect(originOf(typed)).toBeNull()
  }
})
