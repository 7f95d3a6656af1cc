import { expect, test } from 'vitest'
import type { Address } from '../../../shared/vault/item.ts'
import { exactAddress } from '../../messages/item-fields.ts'
import type { MatchRule } from '../../messages/item-fields.ts'
import { fillsIn, judgeAt, matchesAt, matchReachOf, scopeOf, webOrigin } from './match-rules.ts'

const urls = (match: MatchRule, address: string): Address[] => [{ address, match, realm: '' }]
const fits = (match: MatchRule, address: string, page: string) => matchesAt(page)(urls(match, address))
const RULES: readonly MatchRule[] = ['origin', 'host', 'domain', 'path', 'none']
/** Returns the match rules under which this address covers the page. */
const letting = (address: string, page: string) => RULES.filter((match) => fits(match, address, page))

const ALL: readonly MatchRule[] = ['origin', 'host', 'domain', 'path']
const table: [why: string, address: string, page: string, rules: readonly MatchRule[]][] = [
  ['the same page', 'https://crm.azur.example/in', 'https://crm.azur.example/in', ALL],
  ['another path', 'https://crm.azur.example/in', 'https://crm.azur.example/out', ['origin', 'host', 'domain']],
  ['another query and fragment', 'https://crm.azur.example/in?a', 'https://crm.azur.example/in?b#c', ALL],
  ['another port', 'https://crm.azur.example/', 'https://crm.azur.example:8443/', ['host', 'domain']],
  ['the default port', 'https://crm.azur.example:443/', 'https://crm.azur.example/', ALL],
  ['the default port of http', 'http://crm.azur.example:80', 'http://crm.azur.example/', ALL],
  ['a port of its own', 'http://crm.azur.example:8080', 'http://crm.azur.example:8080/x', ALL],
  ['a sub-domain', 'https://azur.example/', 'https://crm.azur.example/', ['domain']],
  ['the domain above', 'https://crm.azur.example/', 'https://azur.example/', ['domain']],
  ['a sibling', 'https://crm.azur.example/', 'https://login.azur.example:8443/', ['domain']],
  ['another domain', 'https://azur.example/', 'https://rouge.example/', []],
  ['a name that ends like it', 'https://azur.example/', 'https://notazur.example/', []],
  ['a name that begins like it', 'https://azur.example/', 'https://azur.example.evil.example/', []],
  ['a suffix of two parts', 'https://azur.co.uk/', 'https://crm.azur.co.uk/', ['domain']],
  ['two customers of a registry', 'https://azur.co.uk/', 'https://rouge.co.uk/', []],
  ['two customers of a host', 'https://a.github.io/', 'https://b.github.io/', []],
  ['one customer of a host', 'https://a.github.io/', 'https://x.a.github.io/', ['domain']],
  ['a host and its customer', 'https://github.io/', 'https://a.github.io/', []],
  ['a suffix itself', 'https://github.io/', 'https://github.io:8443/', ['host', 'domain']],
  ['two buckets', 'https://a.s3.amazonaws.com/', 'https://b.s3.amazonaws.com/', []],
  ['a rule with a star, and its exception', 'https://www.ck/', 'https://x.www.ck/', ['domain']],
  ['two below a star', 'https://a.b.ck/', 'https://a.c.ck/', []],
  ['a suffix that nobody listed', 'https://crm.azur.corp/', 'https://azur.corp/', ['domain']],
  ['a bare name', 'https://intranet/', 'https://intranet:8443/', ['host', 'domain']],
  ['a name below a bare name', 'https://intranet/', 'https://crm.intranet/', []],
  ['localhost', 'http://localhost:3000/', 'http://localhost:4000/', ['host', 'domain']],
  ['a name of localhost', 'http://a.localhost/', 'http://b.localhost/', []],
  ['an IP address', 'http://10.0.0.1/', 'http://10.0.0.1:8080/', ['host', 'domain']],
  ['two IP addresses', 'http://10.0.0.1/', 'http://10.1.0.1/', []],
  ['an IP address written shortly', 'http://10.1/', 'http://10.0.0.1/', ALL],
  ['an IPv6 address', 'http://[::1]/', 'http://[::1]:8080/', ['host', 'domain']],
  ['an IPv6 address written at length', 'http://[0:0:0:0:0:0:0:1]/', 'http://[::1]/', ALL],
  ['two IPv6 addresses', 'http://[::1]/', 'http://[::2]/', []],
  ['capitals', 'HTTPS://CRM.Azur.Example/in', 'https://crm.azur.example/in', ALL],
  ['capitals in the path', 'https://azur.example/In', 'https://azur.example/in', ['origin', 'host', 'domain']],
  ['letters as people write them', 'https://bücher.example/', 'https://xn--bcher-kva.example/', ALL],
  ['letters that look alike', 'https://portail.example/', 'https://pоrtail.example/', []],
  ['a suffix in its own letters', 'https://a.公司.cn/', 'https://b.a.xn--55qx5d.cn/', ['domain']],
  ['a final dot', 'https://azur.example/', 'https://azur.example./', []],
  ['a final dot, saved', 'https://azur.example./', 'https://azur.example/', []],
  ['a final dot and a sub-domain', 'https://azur.example./', 'https://crm.azur.example./', []],
  ['a final dot, both', 'https://azur.example./', 'https://azur.example./', ALL],
  ['http saved, https opened', 'http://crm.azur.example/', 'https://crm.azur.example/', ['host', 'domain']],
  ['http saved, https of a sibling', 'http://crm.azur.example/', 'https://www.azur.example/', ['domain']],
  ['https saved, http opened', 'https://crm.azur.example/', 'http://crm.azur.example/', []],
  ['https saved, http at its port', 'https://crm.azur.example:8080/', 'http://crm.azur.example:8080/', []],
  ['https saved, http of a sibling', 'https://crm.azur.example/', 'http://www.azur.example/', []],
  ['a page with a user’s name', 'https://azur.example/', 'https://azur.example@evil.example/', []],
  ['a page of its own with a user’s name', 'https://azur.example/', 'https://me:word@azur.example/', []],
  ['an address with a user’s name', 'https://me@azur.example/', 'https://azur.example/', []],
  ['a backslash before the name', 'https://azur.example/', 'https://evil.example\\@azur.example/', []],
  ['spaces around it', '  https://azur.example/ ', 'https://azur.example/', ALL],
  ['an address without its scheme', 'azur.example', 'https://azur.example/', []],
  ['a script', 'javascript:alert(1)', 'javascript:alert(1)', []],
  ['a data page', 'data:text/html,x', 'data:text/html,x', []],
  ['a file', 'file:///etc/hosts', 'file:///etc/hosts', []],
  ['a blob', 'blob:https://azur.example/1', 'blob:https://azur.example/1', []],
  ['a blob of the page', 'https://azur.example/', 'blob:https://azur.example/1', []],
  ['an empty page', 'about:blank', 'about:blank', []],
  ['the source of the page', 'https://azur.example/', 'view-source:https://azur.example/', []],
  ['a socket', 'https://azur.example/', 'wss://azur.example/', []],
  ['nothing', '', '', []],
  ['a sandboxed page', 'null', 'null', []],
]

test.each(table)('P8: %s: %s at %s', (_, address, page, rules) => {
  expect(letting(address, page)).toEqual(rules)
})

test.each([
  ['/crm', true],
  ['/crm/', true],
  ['/crm/client/7?x=1#y', true],
  ['/crmx', false],
  ['/CRM', false],
  ['/', false],
  ['/other/crm', false],
  ['/crm/../admin', false],
  ['/crm/%2e%2e/admin', false],
  ['/crm/..%2fadmin', false],
  ['/crm/..%5Cadmin', false],
  ['/crm%2f..%2fadmin', false],
  // L9
  ['/crm/..;/admin', false],
  ['/crm/x/..;jsessionid=1/admin', false],
  ['/crm/v1;x=1/in', true],
  ['/x/../crm/in', true],
])('L9: a path covers whole segments only: %s', (path, wanted) => {
  for (const saved of ['https://azur.example/crm', 'https://azur.example/crm/', 'https://azur.example/crm//?q'])
    expect(fits('path', saved, `https://azur.example${path}`)).toBe(wanted)
})

test('an address with rule `none` does not stop the login’s other addresses from matching', () => {
  const both = [...urls('none', 'https://azur.example/'), exactAddress('https://azur.example/')]
  expect(matchesAt('https://azur.example/')(both)).toBe(true)
  expect(matchesAt('https://azur.example/')(both.slice(0, 1))).toBe(false)
  expect(matchesAt('https://azur.example/')([])).toBe(false)
})

const why = (match: MatchRule, address: string, page: string) => judgeAt(page)(urls(match, address))
const withheld = (why: string, rule: MatchRule, scope: string, isNear = true) => ({
  fit: { is: 'withheld', why, rule, scope },
  isNear,
})

test('a withheld login comes with the reason and with what its address covers', () => {
  const page = 'https://crm.azur.example/out'
  expect(why('origin', 'https://azur.example/in', page)).toEqual(
    withheld('elsewhere', 'origin', 'https://azur.example'),
  )
  expect(why('host', 'https://azur.example:8443/', page)).toEqual(withheld('elsewhere', 'host', 'azur.example'))
  expect(why('path', 'https://crm.azur.example/in/', page)).toEqual(
    withheld('other-path', 'path', 'https://crm.azur.example/in'),
  )
  expect(why('none', page, page)).toEqual(withheld('never', 'none', 'https://crm.azur.example'))
  expect(why('none', 'https://rouge.example', page)).toEqual(withheld('never', 'none', 'https://rouge.example', false))
  expect(why('domain', 'https://rouge.example', page)).toEqual(withheld('elsewhere', 'domain', 'rouge.example', false))
  expect(why('origin', 'crm.azur.example', page)).toEqual(withheld('bad-address', 'origin', 'crm.azur.example', false))
  for (const match of ALL)
    expect(why(match, 'https://crm.azur.example', 'http://crm.azur.example')).toMatchObject({
      fit: { why: 'http-page', rule: match },
      isNear: true,
    })
  expect(why('domain', 'https://azur.example', 'http://crm.azur.example').fit).toMatchObject({ why: 'http-page' })
  expect(why('origin', 'https://azur.example', 'http://crm.azur.example').fit).toMatchObject({ why: 'elsewhere' })
  expect(judgeAt(page)([])).toEqual({ fit: { is: 'withheld', why: 'no-address' }, isNear: false })
  expect(why('origin', page, 'chrome://settings')).toEqual({ fit: { is: 'withheld', why: 'no-page' }, isNear: false })
})

test('the nearest of several addresses gives the reason, and one that matches is enough', () => {
  const page = 'https://crm.azur.example/out'
  const far = [exactAddress('https://rouge.example/'), exactAddress('https://azur.example/')]
  expect(judgeAt(page)(far)).toEqual(withheld('elsewhere', 'origin', 'https://azur.example'))
  expect(judgeAt(page)([...far, ...urls('domain', 'https://www.azur.example/')])).toEqual({
    fit: { is: 'offered', rule: 'domain', scope: 'azur.example' },
    isNear: true,
  })
})

test('`judgeAt` and `matchesAt` agree for every pair of the table', () => {
  for (const [, address, page] of table)
    for (const match of RULES)
      expect(why(match, address, page).fit.is === 'offered', `${match} ${address} ${page}`).toBe(
        fits(match, address, page),
      )
})

test('`reachOf` and `scopeOf` return what an address covers by each rule', () => {
  expect(matchReachOf('https://Bücher.crm.azur.example:8443/in/?q#x')).toEqual({
    origin: 'https://xn--bcher-kva.crm.azur.example:8443',
    host: 'xn--bcher-kva.crm.azur.example',
    domain: 'azur.example',
    path: 'https://xn--bcher-kva.crm.azur.example:8443/in',
  })
  expect(matchReachOf('http://127.0.0.1:8080/')).toEqual({
    origin: 'http://127.0.0.1:8080',
    host: '127.0.0.1',
    domain: null,
    path: 'http://127.0.0.1:8080',
  })
  expect(matchReachOf('javascript:alert(1)')).toBe(null)
  const said = RULES.map((match) => scopeOf({ address: 'http://localhost:3000/a', match }))
  expect(said).toEqual([
    'http://localhost:3000',
    'localhost',
    'localhost',
    'http://localhost:3000/a',
    'http://localhost:3000',
  ])
  expect(webOrigin('https://me:word@azur.example/')).toBe(null)
})

test('P8: a document around a frame must have the frame’s origin, at any path, or be covered by a rule itself', () => {
  const login = [...urls('path', 'https://crm.azur.example/in'), ...urls('domain', 'https://www.hub.example')]
  const fillsAt = (...[url = '', ...around]: string[]) => fillsIn({ url, around })(login)
  const own = 'https://crm.azur.example/in/frame'
  expect(fillsAt(own)).toBe(true)
  expect(fillsAt(own, 'https://crm.azur.example/out')).toBe(true)
  expect(fillsAt(own, 'https://any.hub.example/', 'https://crm.azur.example/')).toBe(true)
  expect(fillsAt('https://crm.azur.example/out', own)).toBe(false)
  expect(fillsAt(own, 'https://crm.azur.example:8443/in')).toBe(false)
  expect(fillsAt(own, own, 'http://any.hub.example/')).toBe(false)
  expect(fillsAt('about:blank', 'about:blank')).toBe(false)
})
