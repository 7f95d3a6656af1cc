import { newChain, withState } from '../../../shared/ledger/replay/chain.ts'
import { expect, test } from 'vitest'
import { firstPolicy } from '../../../shared/ledger/replay/owners.ts'
import { authorizeGenerated, authorizeSignIn } from './authorize-fill.ts'
import { loginsForChallenge } from '../match/logins-for.ts'
import { asks, vaultWith, held, choice, frames, code, folder, item, overview } from '../testing/one-login.ts'
import type { MatchRule } from '../../messages/item-fields.ts'
import type { Vault } from '../vault/vault.ts'

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
    expect(loginsForChallenge(open, asks(`${crm}/in/7`))).toMatchObject([{ item }])
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
  expect(loginsForChallenge(open, asks(url))).toEqual([])
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
  const { last } = strict.chain
  if (last === null) throw new Error('no state')
  strict.chain = withState(newChain(), { ...last, policy: { ...firstPolicy, twoKeys: true } })
  expect(generated(strict)).toThrow(expect.objectContaining(code('second-key-owed')))
  const refused = await vaultWith('edit')
  const shelf = refused.shelves.get(folder)
  if (shelf === undefined) throw new Error('no shelf')
  shelf.refused = 'bad-signature'
  expect(generated(refused)).toThrow(expect.objectContaining(code('not-allowed')))
})
