import { expect, test } from 'vitest'
import { displayRealm, challengeOf, isCleartext } from './challenge.ts'
import type { AuthRequest } from './challenge.ts'

const origin = 'https://portail.example'
const page: AuthRequest = {
  isProxy: false,
  scheme: 'basic',
  realm: 'Agents',
  challenger: { host: 'portail.example', port: 443 },
  url: `${origin}/in?x`,
  type: 'main_frame',
  tabId: 7,
  documentLifecycle: 'active',
  frameType: 'outermost_frame',
}
const frame: AuthRequest = { ...page, type: 'sub_frame', frameType: 'sub_frame', initiator: origin }
const at = (url: string, host: string, port: number): AuthRequest => ({ ...page, url, challenger: { host, port } })

test('P8: a page’s challenge is answered with its own origin, its realm, and Basic or Digest as asked', () => {
  expect(challengeOf(page, [])).toEqual({ url: page.url, origin, realm: 'Agents', scheme: 'basic' })
  expect(challengeOf({ ...page, scheme: 'Digest', realm: '' }, [])).toMatchObject({ scheme: 'digest', realm: '' })
  const { realm: _, ...without } = page
  expect(challengeOf(without, [])).toMatchObject({ realm: '' })
  // Another site may link to the page: the challenge is still the page's own.
  expect(challengeOf({ ...page, initiator: 'https://evil.example' }, [])).not.toBeNull()
})

test.each<[string, AuthRequest, string]>([
  ['a port of its own', at('http://crm.example:8080/', 'crm.example', 8080), 'http://crm.example:8080'],
  ['plain http', at('http://crm.example/', 'crm.example', 80), 'http://crm.example'],
  ['an IPv6 address in brackets', at('http://[::1]:81/', '[::1]', 81), 'http://[::1]:81'],
  ['an IPv6 address without', at('http://[::1]:81/', '::1', 81), 'http://[::1]:81'],
])('%s: the challenge has the origin of the address', (_, asked, own) => {
  expect(challengeOf(asked, [])?.origin).toBe(own)
})

test.each<[string, AuthRequest]>([
  ['a proxy', { ...page, isProxy: true }],
  ['a proxy that names the site', { ...page, isProxy: true, challenger: { host: 'portail.example', port: 443 } }],
  ['NTLM', { ...page, scheme: 'ntlm' }],
  ['Negotiate', { ...page, scheme: 'Negotiate' }],
  ['a scheme of a later day', { ...page, scheme: 'basic2' }],
  ['a picture', { ...page, type: 'image' }],
  ['a script’s request', { ...page, type: 'xmlhttprequest' }],
  ['a download of no tab', { ...page, tabId: -1 }],
  ['a page made ahead', { ...page, documentLifecycle: 'prerender' }],
  ['a fenced frame', { ...page, frameType: 'fenced_frame' }],
  ['an address with a name in it', { ...page, url: 'https://me@portail.example/' }],
  ['no address of the web', { ...page, url: 'ftp://portail.example/' }],
  ['another host than the address', at(`${origin}/`, 'evil.example', 443)],
  ['another port than the address', at(`${origin}/`, 'portail.example', 8443)],
])('P8: %s is left to the browser', (_, asked) => {
  expect(challengeOf(asked, [])).toBeNull()
})

const own = `${origin}/desk`
const foreign = 'https://evil.example/'
test('P8: a frame’s challenge is answered where all its ancestors and its initiator have its own origin', () => {
  expect(challengeOf(frame, [own])).toMatchObject({ origin })
  expect(challengeOf(frame, [own, `${origin}/`])).toMatchObject({ origin })
})

test.each<[string, AuthRequest, string[]]>([
  ['in another site’s page', frame, [foreign]],
  ['in its own page in another site’s', frame, [own, foreign]],
  ['in another site’s frame in its own page', frame, [foreign, own]],
  ['in an empty frame', frame, ['about:blank', own]],
  ['in a frame written by a page', frame, ['about:srcdoc', own]],
  ['in its http twin', frame, ['http://portail.example/desk']],
  ['in a sibling', frame, ['https://www.portail.example/']],
  ['in frames that the browser does not know', frame, []],
  ['opened by another site', { ...frame, initiator: 'https://evil.example' }, [own]],
  ['opened by a sandboxed frame', { ...frame, initiator: 'null' }, [own]],
  ['opened by nobody that is told', { ...frame, initiator: undefined }, [own]],
])('P8: a frame %s is left to the browser', (_, asked, above) => {
  expect(challengeOf(asked, above)).toBeNull()
})

test.each([
  // Node decodes windows-1252 as Latin-1; looks-sign-in.spec.ts tests the characters that differ in a real browser.
  ['as UTF-8', 'AccÃ¨s rÃ©servÃ©', 'Accès réservé'],
  ['as Latin-1', 'Accès réservé', 'Accès réservé'],
  ['in letters that no byte is', 'Доступ', 'Доступ'],
])('a realm that a site wrote %s is decoded correctly', (_, realm, meant) => {
  expect(challengeOf({ ...page, realm }, [])?.realm).toBe(meant)
})

test('a realm is shown on one line, shortened, and without direction-changing characters', () => {
  expect(displayRealm('  Agents du\tNord ')).toBe('Agents du Nord')
  expect(displayRealm('Agents\u202egro.elpmaxe\u0000\u200b')).toBe('Agents gro.elpmaxe')
  expect(displayRealm('é'.repeat(121))).toBe(`${'é'.repeat(120)}…`)
  expect(displayRealm('é'.repeat(120))).toBe('é'.repeat(120))
})

test('only Basic over http counts as readable on the network', () => {
  const asks = (asked: AuthRequest) => {
    const challenge = challengeOf(asked, [])
    return challenge !== null && isCleartext(challenge)
  }
  const http = at('http://crm.example/', 'crm.example', 80)
  expect([asks(http), asks({ ...http, scheme: 'digest' }), asks(page)]).toEqual([true, false, false])
})
