import { emptyTable, tableOf } from '../../shared/bytes/table.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import { beforeAll, expect, test } from 'vitest'
import { newFolderId, newItemId, newMemberId, orgId, parseId, zero32 } from '../../shared/bytes/ids.ts'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import type { SignPublic } from '../../shared/bytes/ids.ts'
import { memberKeys } from '../../shared/crypto/derive.ts'
import { newFolderKey, newMemberSeed } from '../../shared/crypto/keys.ts'
import type { Level } from '../../shared/ledger/acts.ts'
import { sealPart } from '../../shared/vault/seal-item.ts'
import { exactly } from '../messages/item-fields.ts'
import type { MatchRule } from '../messages/item-fields.ts'
import { authorizeFill, authorizeGenerated, authorizeSignIn } from './authorize-fill.ts'
import { loginsAsked, loginsFor } from './logins-for.ts'
import { emptyVault } from './vault.ts'
import type { Vault } from './vault.ts'

const org = parseId(orgId, zero32)
const me = newMemberId()
const other = newMemberId()
const folder = newFolderId()
const item = newItemId()
const key = newFolderKey()
const overview = {
  name: 'Portail',
  username: 'agent-042',
  urls: [exactly('https://portail.example/login'), exactly('http://intranet.example:8080')],
  afterFill: 'stay' as const,
}
/** The seed of RFC 6238: at 59 s its code ends on 287082. */
const totp = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const secret = { password: 'Brume-81', totp, notes: '', custom: [{ label: 'Code', value: 'ATL-7' }] }
let vault: Vault
/** As unlocked by somebody with so many keys. */
const held = (vault: Vault, keys: number | null = 1) => ({ vault, session: { keys, client: null } })

const member = {
  role: 'member' as const,
  signKey: zero32 as string as SignPublic,
  receive: zero32,
  keyGeneration: 1,
  profile: zero32,
  addedAt: 1,
  removedAt: null,
  replaces: null,
  teams: [],
  grants: [],
}
const dates = { from: null, until: null }

/** A vault as it is after a sync: one folder granted at this level, one login in it. */
async function vaultWith(level: Level | null): Promise<Vault> {
  const made = emptyVault(me, org, await memberKeys(newMemberSeed()), { sequence: 1, hash: zero32 }, () => 59_000)
  const place = { org, folder, item, generation: 1, revision: 1, author: other }
  const [first, second] = [
    await sealPart(key, place, 'overview', overview),
    await sealPart(key, place, 'secret', secret),
  ]
  const link = (hash: typeof zero32) => ({ revision: 1, generation: 1, hash, author: other })
  const parts = { overview: link(first.hash), secret: link(second.hash) }
  const description = { revision: 1, hash: zero32, author: other, folderGeneration: 1, teamGeneration: null }
  made.states.push({
    org,
    name: 'Atlas',
    head: { sequence: 1, hash: zero32 },
    time: 0,
    policy: firstPolicy,
    owners: emptyTable,
    members: tableOf([
      [me, { ...member, grants: level === null ? [] : [folder] }],
      [other, member],
    ]),
    signKeys: emptyTable,
    invitations: emptyTable,
    teams: emptyTable,
    folders: tableOf([
      [
        folder,
        {
          parent: null,
          children: [],
          generations: [{ commitment: zero32, receive: zero32, since: 1 }],
          description,
          grants: level === null ? [] : [{ to: { kind: 'member', id: me }, level, since: 1, by: other, ...dates }],
          staleSince: null,
          closedSince: null,
          witnessed: false,
          personal: null,
          recovery: null,
          cuts: [],
        },
      ],
    ]),
    proposals: [],
  })
  made.folderKeys.set(folder, new Map([[1, key]]))
  made.shelves.set(folder, {
    journal: {
      org,
      folder,
      head: { sequence: 1, hash: zero32 },
      time: 0,
      ledger: 1,
      snapshotAt: 0,
      items: tableOf([[item, { revision: 1, parts, changedAt: 0, changedBy: other }]]),
    },
    start: null,
    entries: [],
    parts: new Map([first, second].map(({ hash, sealed }) => [hash, toBase64url(sealed)])),
    overviews: new Map([[item, overview]]),
    refused: null,
  })
  return made
}
beforeAll(async () => {
  vault = await vaultWith('fill')
})

const choice = { folder, item }
const frames = (...urls: string[]) =>
  urls.map((url, at) => ({ documentId: `d${String(at)}`, url, around: [], sendsTo: [] }))
const code = (wanted: string) => ({ code: wanted })

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
  expect(await authorizeFill(held(vault), choice, all)).toEqual([
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
  await expect(authorizeFill(held(vault), choice, frames(url))).rejects.toMatchObject(code('no-login-for-page'))
  expect(loginsFor(held(vault), url)).toEqual([])
})

test('the logins for a page are those whose addresses reach it', () => {
  expect(loginsFor(held(vault), 'https://portail.example')).toMatchObject([
    { item, name: 'Portail', username: 'agent-042' },
  ])
})

test('who has no level on the folder, or lost it, is given nothing, whatever lies on the desk', async () => {
  const lost = await vaultWith(null)
  const page = frames('https://portail.example/')
  await expect(authorizeFill(held(lost), choice, page)).rejects.toMatchObject(code('not-allowed'))
  expect(loginsFor(held(lost), 'https://portail.example')).toEqual([])
  const elsewhere = { folder: newFolderId(), item }
  await expect(authorizeFill(held(vault), elsewhere, page)).rejects.toMatchObject(code('not-allowed'))
})

test('a refused folder, an unknown item, and a part that is not what the journal names fill nothing', async () => {
  const page = frames('https://portail.example/')
  const refused = await vaultWith('manage')
  const shelf = refused.shelves.get(folder)
  if (shelf === undefined) throw new Error('no shelf')
  await expect(authorizeFill(held(refused), { folder, item: newItemId() }, page)).rejects.toMatchObject(
    code('unknown-item'),
  )
  const [first, second] = [...shelf.parts.keys()]
  if (first === undefined || second === undefined) throw new Error('no parts')
  shelf.parts.set(second, shelf.parts.get(first) ?? '')
  await expect(authorizeFill(held(refused), choice, page)).rejects.toMatchObject(code('wrong-hash'))
  shelf.parts.delete(second)
  await expect(authorizeFill(held(refused), choice, page)).rejects.toMatchObject(code('part-missing'))
  shelf.refused = 'bad-signature'
  await expect(authorizeFill(held(refused), choice, page)).rejects.toMatchObject(code('tampered-folder'))
  expect(loginsFor(held(refused), 'https://portail.example')).toEqual([])
})

test('P8: while the second key that the policy wants is owed, or nobody knows, nothing is given, before anything is opened', async () => {
  const strict = await vaultWith('manage')
  const [state] = strict.states
  if (state === undefined) throw new Error('no state')
  strict.states = [{ ...state, policy: { ...firstPolicy, twoKeys: true } }]
  const page = frames('https://portail.example/')
  for (const keys of [null, 0, 1])
    for (const filling of [
      authorizeFill(held(strict, keys), choice, page),
      authorizeSignIn(held(strict, keys), choice, asks('https://portail.example/')),
    ])
      await expect(filling).rejects.toMatchObject(code('second-key-owed'))
  expect(await authorizeFill(held(strict, 2), choice, page)).toHaveLength(1)
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
    (await authorizeFill(held(await withRule(match, 'https://crm.azur.example/in')), choice, pages)).map(
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
    await expect(authorizeFill(made, choice, frames('http://crm.azur.example/'))).rejects.toMatchObject(
      code('no-login-for-page'),
    )
  }
})

test('P8: a frame is filled only where every frame around it is of its origin, or one of the login’s own', async () => {
  const [inner] = frames('https://portail.example/login')
  const filled = (...around: string[]) =>
    authorizeFill(held(vault), choice, inner === undefined ? [] : [{ ...inner, around }]).then(
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
    authorizeFill(held(emptied), choice, frame === undefined ? [] : [{ ...frame, sendsTo }])
  const evil = { code: 'sends-elsewhere', address: 'https://evil.example' }
  await expect(sending('http://intranet.example:8080/in', 'https://evil.example/in?a')).rejects.toMatchObject(evil)
  await expect(sending('mailto:me@evil.example')).rejects.toMatchObject({ ...evil, address: 'mailto:' })
  await expect(sending('http://portail.example/')).rejects.toMatchObject({ ...evil, address: 'http://portail.example' })
  await expect(sending('https://portail.example/in', 'http://intranet.example:8080/in')).rejects.toMatchObject(
    code('part-missing'),
  )
})

const asks = (url: string, realm = 'Agents') => ({ url, origin: new URL(url).origin, realm, scheme: 'basic' as const })
const answering = async (match: MatchRule, address: string, realm = '') => {
  const made = await vaultWith('fill')
  made.shelves.get(folder)?.overviews.set(item, { ...overview, urls: [{ address, match, realm }] })
  return held(made)
}
const crm = 'https://crm.azur.example'

test('P8: a site that asks by HTTP gets a login of exactly its origin and realm, name and password and nothing else', async () => {
  const credentials = { username: 'agent-042', password: 'Brume-81' }
  for (const [match, address, realm] of [
    ...(['origin', 'host', 'domain', 'path'] as const).map((match) => [match, `${crm}/in`, ''] as const),
    ['origin', crm, 'Agents'],
  ] as const) {
    const open = await answering(match, address, realm)
    expect(await authorizeSignIn(open, choice, asks(`${crm}/in/7`))).toEqual({ credentials, hasCode: true })
    expect(loginsAsked(open, asks(`${crm}/in/7`))).toMatchObject([{ item }])
  }
})

test.each<[string, MatchRule, string, string, string]>([
  ['a rule that never fills', 'none', crm, '', `${crm}/`],
  ['another port, whatever its rule', 'host', crm, '', `${crm}:8443/`],
  ['another host, whatever its rule', 'domain', crm, '', 'https://www.azur.example/'],
  ['the http twin', 'host', crm, '', 'http://crm.azur.example/'],
  ['the https twin', 'host', 'http://crm.azur.example', '', `${crm}/`],
  ['a path beside', 'path', `${crm}/in`, '', `${crm}/out`],
  ['another realm', 'origin', crm, 'Clients', `${crm}/`],
  ['the realm in other capitals', 'origin', crm, 'agents', `${crm}/`],
])('P8: a site that asks by HTTP gets no login of %s', async (_, match, address, realm, url) => {
  const open = await answering(match, address, realm)
  await expect(authorizeSignIn(open, choice, asks(url))).rejects.toMatchObject(code('no-login-for-page'))
  expect(loginsAsked(open, asks(url))).toEqual([])
})

test('the secret part is opened only once a frame fits', async () => {
  const shelf = vault.shelves.get(folder)
  const emptied = { ...vault, shelves: new Map([[folder, { ...shelf, parts: new Map() }]]) } as Vault
  await expect(authorizeFill(held(emptied), choice, frames('https://evil.example/'))).rejects.toMatchObject(
    code('no-login-for-page'),
  )
})

test('P8: a generated password goes only to documents of the very origin that was shown, and only for who may keep a login', async () => {
  const pages = frames(
    'https://shop.example/join',
    'https://shop.example:8443/join',
    'http://shop.example/join',
    'https://pay.shop.example/join',
    'https://ads.example/',
    'about:blank',
    'blob:https://shop.example/0b1c',
    'https://shop.example/frame',
  )
  const given = (vault: Vault, shown: string) =>
    authorizeGenerated(held(vault), shown, pages).map(({ documentId }) => documentId)
  const editor = await vaultWith('edit')
  expect(given(editor, 'https://shop.example')).toEqual(['d0', 'd7'])
  for (const shown of ['https://other.example', 'null', '', 'about:blank', 'https://shop.example/'])
    expect(() => given(editor, shown)).toThrow(expect.objectContaining(code('no-new-password')))
  for (const level of ['fill', 'read', null] as const) {
    const below = await vaultWith(level)
    expect(() => given(below, 'https://shop.example')).toThrow(expect.objectContaining(code('not-allowed')))
  }
})

test('P8: nothing is generated while a second key is owed, nor for who may edit but a closed or a refused folder', async () => {
  const page = frames('https://shop.example/')
  const generated = (vault: Vault) => () => authorizeGenerated(held(vault), 'https://shop.example', page)
  const strict = await vaultWith('manage')
  const [state] = strict.states
  if (state === undefined) throw new Error('no state')
  strict.states = [{ ...state, policy: { ...firstPolicy, twoKeys: true } }]
  expect(generated(strict)).toThrow(expect.objectContaining(code('second-key-owed')))
  const refused = await vaultWith('edit')
  const shelf = refused.shelves.get(folder)
  if (shelf === undefined) throw new Error('no shelf')
  shelf.refused = 'bad-signature'
  expect(generated(refused)).toThrow(expect.objectContaining(code('not-allowed')))
})
