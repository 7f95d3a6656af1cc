import { newChain, withState } from '../../../shared/ledger/replay/chain.ts'
import { beforeAll, expect, test } from 'vitest'
import { firstPolicy } from '../../../shared/ledger/replay/owners.ts'
import { newFolderId, newItemId } from '../../../shared/bytes/ids.ts'
import { authorizeSignIn } from './authorize-fill.ts'
import { plainFacts } from '../../../shared/vault/about-client.ts'
import { loginsFor, nearLogins } from '../match/logins-for.ts'
import { asks, vaultWith, held, choice, frames, code, folder, item, overview, secret } from '../testing/one-login.ts'
import { passGate } from '../testing/pass-gate.ts'
import type { MatchRule } from '../../messages/item-fields.ts'
import type { Vault } from '../vault/vault.ts'

let vault: Vault
beforeAll(async () => {
  vault = await vaultWith('fill')
})

test('P8: only frames whose origin is exactly one of the login’s get anything', async () => {
  const all = frames(
    'https://portail.example/another/page?x#y',
    'https://ads.example/',
    'about:blank',
    'about:srcdoc',
    'http://intranet.example:8080/',
    'http://intranet.example/',
  )
  const values = { username: 'agent-042', password: 'Brume-81', otp: '287082', custom: secret.custom }
  expect(await passGate(held(vault), choice, all)).toEqual([
    { documentId: 'd0', origin: 'https://portail.example', sendsOnlyTo: [], afterFill: 'stay', values },
    { documentId: 'd4', origin: 'http://intranet.example:8080', sendsOnlyTo: [], afterFill: 'stay', values },
  ])
})

test.each([
  ['another scheme', 'http://portail.example/login'],
  ['another port', 'https://portail.example:8443/login'],
  ['a sub-domain', 'https://www.portail.example/login'],
  ['the domain above', 'https://example/login'],
  ['a name that ends like it', 'https://notportail.example/login'],
  ['a name that begins like it', 'https://portail.example.evil.example/login'],
  ['a final dot', 'https://portail.example./login'],
  ['its name as a user', 'https://portail.example@evil.example/login'],
  ['its name as a user and a word', 'https://portail.example:443@evil.example/'],
  ['its name behind a backslash', 'https://evil.example\\@portail.example/'],
  ['its name in the path', 'https://evil.example/https://portail.example/login'],
  ['letters that look alike', 'https://pоrtail.example/login'],
  ['a script', 'javascript:location="https://portail.example"'],
  ['a data page', 'data:text/html,https://portail.example'],
  ['a blob of its own', 'blob:https://portail.example/0b1c'],
  ['a file system of its own', 'filesystem:https://portail.example/temporary/x'],
  ['its source', 'view-source:https://portail.example/login'],
  ['an empty page', 'about:blank'],
  ['an empty page with its name', 'about:blank#https://portail.example'],
  ['a page of ours', 'chrome-extension://jnooeheohahjgfbbggmialjedifcbnoa/console.html'],
  ['a socket', 'wss://portail.example'],
  ['a file', 'file://portail.example/login'],
  ['nothing', ''],
])('P8: %s is not the login’s page', async (_, url) => {
  await expect(passGate(held(vault), choice, frames(url))).rejects.toMatchObject(code('no-login-for-page'))
  expect(loginsFor(held(vault), url)).toEqual([])
})

test('P8: a host, an API key or a note fills nowhere, though its address is the page’s own', async () => {
  for (const kind of ['host', 'key', 'note'] as const) {
    const other = await vaultWith('manage')
    other.shelves.get(folder)?.overviews.set(item, { ...overview, kind })
    const page = 'https://portail.example/login'
    await expect(passGate(held(other), choice, frames(page))).rejects.toMatchObject(code('no-login-for-page'))
    await expect(authorizeSignIn(held(other), choice, asks(page))).rejects.toMatchObject(code('no-login-for-page'))
    expect(loginsFor(held(other), page)).toEqual([])
  }
})

test('The logins for a page are those whose addresses reach it', () => {
  expect(loginsFor(held(vault), 'https://portail.example')).toMatchObject([
    { item, name: 'Portail', username: 'agent-042' },
  ])
})

test('Somebody without a level on the folder, or who lost it, is given nothing, whatever the desk still holds', async () => {
  const lost = await vaultWith(null)
  const page = frames('https://portail.example/')
  await expect(passGate(held(lost), choice, page)).rejects.toMatchObject(code('not-allowed'))
  expect(loginsFor(held(lost), 'https://portail.example')).toEqual([])
  const elsewhere = { folder: newFolderId(), item }
  await expect(passGate(held(vault), elsewhere, page)).rejects.toMatchObject(code('not-allowed'))
})

test('A refused folder, an unknown item, and a part that the journal does not name fill nothing', async () => {
  const page = frames('https://portail.example/')
  const refused = await vaultWith('manage')
  const shelf = refused.shelves.get(folder)
  if (shelf === undefined) throw new Error('no shelf')
  await expect(passGate(held(refused), { folder, item: newItemId() }, page)).rejects.toMatchObject(code('unknown-item'))
  const [first, second] = [...shelf.parts.keys()]
  if (first === undefined || second === undefined) throw new Error('no parts')
  shelf.parts.set(second, shelf.parts.get(first) ?? '')
  await expect(passGate(held(refused), choice, page)).rejects.toMatchObject(code('wrong-hash'))
  shelf.parts.delete(second)
  await expect(passGate(held(refused), choice, page)).rejects.toMatchObject(code('part-missing'))
  shelf.refused = 'bad-signature'
  await expect(passGate(held(refused), choice, page)).rejects.toMatchObject(code('tampered-folder'))
  expect(loginsFor(held(refused), 'https://portail.example')).toEqual([])
})

test('P8: nothing of an archived folder is given or offered, whether it says so itself or one above it does', async () => {
  const page = 'https://portail.example/'
  for (const archived of ['itself', 'above'] as const) {
    const away = await vaultWith('manage')
    away.abouts.set(folder, { ...plainFacts(1), archived })
    await expect(passGate(held(away), choice, frames(page))).rejects.toMatchObject(code('archived'))
    await expect(authorizeSignIn(held(away), choice, asks(page))).rejects.toMatchObject(code('archived'))
    expect(loginsFor(held(away), page)).toEqual([])
    expect(nearLogins(held(away), page)).toMatchObject([{ fit: { is: 'withheld', why: 'archived' } }])
    away.abouts.set(folder, plainFacts(1))
    expect(loginsFor(held(away), page)).toHaveLength(1)
  }
})

test('P8: while the second key that the policy wants is owed, or nobody knows, nothing is given, before anything is opened', async () => {
  const strict = await vaultWith('manage')
  const { last } = strict.chain
  if (last === null) throw new Error('no state')
  strict.chain = withState(newChain(), { ...last, policy: { ...firstPolicy, twoKeys: true } })
  const page = frames('https://portail.example/')
  for (const keys of [null, 0, 1])
    for (const filling of [
      passGate(held(strict, keys), choice, page),
      authorizeSignIn(held(strict, keys), choice, asks('https://portail.example/')),
    ])
      await expect(filling).rejects.toMatchObject(code('second-key-owed'))
  expect(await passGate(held(strict, 2), choice, page)).toHaveLength(1)
})

const withRule = async (match: MatchRule, address: string): Promise<Vault> => {
  const made = await vaultWith('fill')
  made.shelves.get(folder)?.overviews.set(item, { ...overview, urls: [{ address, match, realm: '' }] })
  return made
}

test('P8: a rule reaches as far as it says, and the frame is told its own origin to compare', async () => {
  const pages = frames(
    'https://crm.azur.example/in/7',
    'https://crm.azur.example/out',
    'https://crm.azur.example:8443/in',
    'https://www.azur.example/in',
    'http://crm.azur.example/in',
    'https://azur.example.evil.example/in',
    'about:blank',
  )
  const filled = async (match: MatchRule) =>
    (await passGate(held(await withRule(match, 'https://crm.azur.example/in')), choice, pages)).map(
      ({ documentId, origin }) => [documentId, origin],
    )
  const own = ['d0', 'https://crm.azur.example']
  const [path, port, sibling] = [
    ['d1', 'https://crm.azur.example'],
    ['d2', 'https://crm.azur.example:8443'],
    ['d3', 'https://www.azur.example'],
  ]
  expect(await filled('origin')).toEqual([own, path])
  expect(await filled('host')).toEqual([own, path, port])
  expect(await filled('domain')).toEqual([own, path, port, sibling])
  expect(await filled('path')).toEqual([own])
  await expect(filled('none')).rejects.toMatchObject(code('no-login-for-page'))
})

test('P8: an https login is filled on no http page, whatever its rule', async () => {
  for (const match of ['origin', 'host', 'domain', 'path'] as const) {
    const made = held(await withRule(match, 'https://crm.azur.example'))
    await expect(passGate(made, choice, frames('http://crm.azur.example/'))).rejects.toMatchObject(
      code('no-login-for-page'),
    )
  }
})

test('P8: a frame is filled only where every frame around it is of its origin, or one of the login’s own', async () => {
  const [inner] = frames('https://portail.example/login')
  const filled = (...around: string[]) =>
    passGate(held(vault), choice, inner === undefined ? [] : [{ ...inner, around }]).then(
      (allowed) => allowed.length,
      () => 0,
    )
  expect(await filled('https://portail.example/', 'http://intranet.example:8080/')).toBe(1)
  for (const strange of ['https://evil.example/', 'about:blank', 'about:srcdoc', 'data:text/html,x', ''])
    for (const around of [[strange], [strange, 'https://portail.example/'], ['https://portail.example/', strange]])
      expect([around, await filled(...around)]).toEqual([around, 0])
})

test('P8: a form that sends to where no address of the login reaches gets nothing, and the secret stays closed', async () => {
  const emptied = {
    ...vault,
    shelves: new Map([...vault.shelves].map(([id, one]) => [id, { ...one, parts: new Map() }])),
  }
  const [frame] = frames('https://portail.example/login')
  const sending = (...sendsTo: string[]) =>
    passGate(held(emptied), choice, frame === undefined ? [] : [{ ...frame, sendsTo }])
  const evil = { code: 'sends-elsewhere', address: 'https://evil.example' }
  await expect(sending('http://intranet.example:8080/in', 'https://evil.example/in?a')).rejects.toMatchObject(evil)
  await expect(sending('mailto:me@evil.example')).rejects.toMatchObject({ ...evil, address: 'mailto:' })
  await expect(sending('http://portail.example/')).rejects.toMatchObject({ ...evil, address: 'http://portail.example' })
  await expect(sending('https://portail.example/in', 'http://intranet.example:8080/in')).rejects.toMatchObject(
    code('part-missing'),
  )
})

test('The secret part is opened only once a frame fits', async () => {
  const shelf = vault.shelves.get(folder)
  const emptied = { ...vault, shelves: new Map([[folder, { ...shelf, parts: new Map() }]]) } as Vault
  await expect(passGate(held(emptied), choice, frames('https://evil.example/'))).rejects.toMatchObject(
    code('no-login-for-page'),
  )
})
