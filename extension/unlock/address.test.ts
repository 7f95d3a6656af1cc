import { expect, test } from 'vitest'
import { originOf } from './address.ts'

test('a host name alone means https, and the address of any page means its server', () => {
  expect(originOf(' vault.example.com ')).toBe('https://vault.example.com')
  expect(originOf('vault.example.com:8443')).toBe('https://vault.example.com:8443')
  expect(originOf('https://Vault.example.com/.cloison/open?x=1')).toBe('https://vault.example.com')
  expect(originOf('http://localhost:4600')).toBe('http://localhost:4600')
})

test('an address that imitates another host is shown as the host it names', () => {
  expect(originOf('https://vault.example.com@evil.example')).toBe('https://evil.example')
  expect(originOf('https://vаult.example.com')).toBe('https://xn--vult-53d.example.com')
})

test('text that is no server address is refused', () => {
  for (const typed of ['', '   ', 'a b', 'file:///etc/passwd', 'chrome://settings', 'https://']) {
    expect(originOf(typed)).toBeNull()
  }
})
