import { expect, test } from 'vitest'
import { originOf } from './origin.ts'

test.each([
  ['cloison.example', 'https://cloison.example'],
  [' https://Cloison.EXAMPLE:443/console?x#y ', 'https://cloison.example'],
  ['cloison.example:8443', 'https://cloison.example:8443'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['http://localhost:8787', 'http://localhost:8787'],
  ['http://127.0.0.1:8787/', 'http://127.0.0.1:8787'],
  ['http://[::1]:8787', 'http://[::1]:8787'],
  ['localhost:8787', 'https://localhost:8787'],
])('%j is the server %s', (typed, origin) => {
  expect(originOf(typed)).toBe(origin)
})

test.each([
  ...['', ' ', 'https://', 'a b', 'https://exa mple'],
  ...['http://cloison.example', 'http://192.168.1.5', 'http://localhost.evil.example', 'http://127.0.0.1.evil.example'],
  ...['https://cloison.example@evil.example', 'https://user:word@cloison.example', 'http://localhost@evil.example'],
  ...['javascript:alert(1)', 'javascript://cloison.example/%0aalert(1)', 'data:text/html,x', 'file:///etc/passwd'],
  ...[
    'ftp://cloison.example',
    'ws://localhost',
    'chrome-extension://abc/console.html',
    'blob:https://cloison.example/1',
  ],
])('%j is refused as a server’s address', (typed) => {
  expect(() => originOf(typed)).toThrow(expect.objectContaining({ code: 'bad-address' }) as Error)
})
