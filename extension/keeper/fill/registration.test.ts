import { expect, test } from 'vitest'
import { webFrameOf } from '../../messages/frame.ts'
import { patternOf } from './registration.ts'

test.each([
  ['https://portail.example/entree?a=1', 'https://portail.example/*'],
  ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080/*'],
  ['https://[::1]:8443/', 'https://[::1]:8443/*'],
  ['https://Bücher.example/', 'https://xn--bcher-kva.example/*'],
  ['https://*.example/', null],
  ['https://*/', null],
  ['https://%2A.example/', null],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['data:text/html,x', null],
  ['chrome://settings', null],
  ['portail.example', null],
])('P8: scripts for a login at %s run on %s, and on no other host', (address, pattern) => {
  expect(patternOf({ address, match: 'origin' })).toBe(pattern)
})

test.each([
  ['path', 'https://portail.example/entree', 'https://portail.example/*'],
  ['host', 'https://portail.example:8443/', 'https://portail.example/*'],
  ['host', 'http://portail.example/', '*://portail.example/*'],
  ['domain', 'https://www.portail.co.uk/', 'https://*.portail.co.uk/*'],
  ['domain', 'https://a.github.io/', 'https://*.a.github.io/*'],
  ['domain', 'https://127.0.0.1/', 'https://127.0.0.1/*'],
  ['none', 'https://portail.example/', null],
] as const)('P8: by the rule “%s” scripts for %s run on %s', (match, address, pattern) => {
  expect(patternOf({ address, match })).toBe(pattern)
})

const web = {
  id: 'ours',
  tab: { id: 7 },
  frameId: 3,
  documentId: 'D',

  url: 'https://portail.example/entree',
  origin: 'https://portail.example',
} as unknown as chrome.runtime.MessageSender

test('Tab, document and origin of a frame are taken from the browser alone', () => {
  expect(webFrameOf(web, 'ours')).toEqual({
    tab: 7,
    documentId: 'D',
    origin: 'https://portail.example',
    url: 'https://portail.example/entree',
  })
})

test.each([
  ['another extension', { id: 'theirs' }],
  ['a page in no tab', { tab: undefined }],
  ['a document without an id', { documentId: undefined }],
  ['a sandboxed frame', { origin: 'null' }],
  ['about:blank with its opener’s origin', { url: 'about:blank' }],
  ['srcdoc', { url: 'about:srcdoc' }],
  ['a blob', { url: 'blob:https://portail.example/1', origin: 'https://portail.example' }],
  ['a page of ours', { url: 'chrome-extension://ours/menu.html', origin: 'chrome-extension://ours' }],
  ['an address and an origin that differ', { url: 'https://other.example/' }],
])('P8: %s is answered as by a vault that is locked', (_, wrong) => {
  expect(webFrameOf({ ...web, ...wrong }, 'ours')).toBeNull()
})
