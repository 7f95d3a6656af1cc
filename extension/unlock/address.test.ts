import { expect, test } from 'vitest'
import { isUnsafe, originOf } from './address.ts'

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

test('the names of this very machine mean http, where a server for trying out runs', () => {
  expect(originOf('localhost:8787')).toBe('http://localhost:8787')
  expect(originOf('127.0.0.1:8787/x')).toBe('http://127.0.0.1:8787')
  expect(originOf('localhost.example')).toBe('https://localhost.example')
})

test('http to another machine is said while it is typed, but not while it may become this machine', () => {
  for (const typed of ['http://evil.example', ' http://10.0.0.7:80/']) expect(isUnsafe(typed)).toBe(true)
  for (const typed of ['', 'evil.example', 'https://evil.example', 'http://', 'http://local', 'http://localhost:4600'])
    expect(isUnsafe(typed)).toBe(false)
})

test('text that is no server address is refused', () => {
  for (const typed of ['', '   ', 'a b', 'not a url', 'a%20b', 'file:///etc/passwd', 'chrome://settings', 'https://']) {
    expect(originOf(typed)).toBeNull()
  }
})
