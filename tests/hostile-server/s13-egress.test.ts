import { afterAll, beforeAll, expect, test } from 'vitest'
import { newItemId } from '../../shared/bytes/ids.ts'
import { seedOf } from '../../extension/keeper/desk/session.ts'
import { need } from '../headless/org.ts'
import { refresh, sign, unlock } from '../headless/person.ts'
import { pageAt } from '../headless/tab.ts'
import { stretchOnce } from '../stretched.ts'
import { canaryFields, searchFor, textsOf } from './canaries.ts'
import { vaultOf } from './honest.ts'
import { CANARIES, PIN, newWorld } from './world.ts'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import type { World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.close())

const fields = {
  ...canaryFields('egress'),
  urls: [
    { ...exactAddress('https://canari-été.example/entrée?q=canary%20query'), realm: 'canary-realm' },
    { ...exactAddress('http://canary-host.example:8080/canary-path'), match: 'path' as const },
  ],
  custom: [
    { label: 'canary-label-one', value: 'canary value one' },
    { label: 'canary-label-two', value: 'canary+value/two==' },
  ],
}

test('the search finds a secret in each of the forms that it could be sent in', () => {
  const search = searchFor(['canary-ünïcode/é', 'https://canari-été.example/entrée', new Uint8Array(32).fill(7)])
  const bytes = (text: string) => Buffer.from(text)
  for (const sent of [
    'x canary-ünïcode/é y',
    'CANARY-ÜNÏCODE/É',
    encodeURIComponent('canary-ünïcode/é'),
    encodeURI('canary-ünïcode/é'),
    new URLSearchParams({ q: 'canary-ünïcode/é' }).toString(),
    bytes('canary-ünïcode/é').toString('hex').toUpperCase(),
    ...['', 'a', 'ab'].map((before) => bytes(`${before}canary-ünïcode/é and more`).toString('base64')),
    ...['', 'a', 'ab'].map((before) => bytes(`${before}canary-ünïcode/é and more`).toString('base64url')),
    Buffer.from('canary-ünïcode/é', 'utf16le').toString('base64'),
    'GET /?host=xn--canari-t-h1ai.example'.replace(
      'xn--canari-t-h1ai.example',
      new URL('https://canari-été.example').hostname,
    ),
    Buffer.alloc(32, 7).toString('hex'),
    `"${Buffer.concat([Buffer.alloc(5), Buffer.alloc(32, 7)]).toString('base64url')}"`,
  ])
    expect([sent, search(sent).length > 0]).toEqual([sent, true])
  expect(search('nothing to see, and xn--else.example')).toEqual([])
})

test('S13 P1 P9: no field of any item, no name of any folder or team, no PIN and no key is in any request of any desk', async () => {
  const { owner, agent, proxy } = world
  owner.lied = true
  const item = newItemId()
  await owner.ask['item.save']({ folder: world.banque, item, base: null, fields }, '')
  await owner.ask['item.save'](
    { folder: world.banque, item, base: 1, fields: { ...fields, totp: 'CANARYSEEDTWO' } },
    '',
  )
  await owner.ask['item.read']({ folder: world.banque, item }, '')
  await sign(owner, { do: 'rename-folder', folder: world.banque, name: 'canary folder two' })
  await sign(owner, { do: 'rename-team', team: world.team, name: 'canary team two' })
  await sign(owner, { do: 'create-folder', parent: world.banque, name: 'canary folder three' })
  const to = { kind: 'member' as const, id: agent.member }
  await sign(owner, { do: 'grant', folder: world.assurance, to, level: 'edit' })
  await sign(owner, { do: 'revoke', folder: world.assurance, to })
  await refresh(agent)
  // The user's fill, on the item's own page.
  agent.frames.push(pageAt(fields.urls[0]?.address ?? ''))
  await agent.ask.fill({ folder: world.banque, item, tab: 1 }, '')
  expect(agent.filled).toHaveLength(1)
  const desk = await world.desk(agent, true)
  await unlock(desk, PIN)
  const mistaken = await world.desk(agent, true)
  await expect(unlock(mistaken, 'canary-of-a-wrong-pin')).rejects.toMatchObject({ code: 'wrong-pin' })
  await owner.ask['item.delete']({ folder: world.banque, item, base: 2 }, '')
  await refresh(world.witness)
  const { teamSeeds, folderKeys } = vaultOf(world.witness)
  const keys = [...teamSeeds.values(), ...folderKeys.values()].flatMap((held) => [...held.values()])
  await owner.ask.lock(null, '')

  const seeds = world.players.map(({ session }) => seedOf(need(session)))
  const names = [
    'canary-of-direction',
    'canary-of-banque',
    'canary-of-atlas',
    'canary folder two',
    'canary team two',
    'canary folder three',
  ]
  const secrets = [
    ...textsOf(fields),
    ...CANARIES,
    ...names,
    PIN,
    'canary-of-a-wrong-pin',
    'CANARYSEEDTWO',
    'canary',
    ...keys,
    ...seeds,
  ]
  const search = searchFor([...secrets, await stretchOnce(PIN, world.org)])
  expect(proxy.log.length).toBeGreaterThan(30)
  const found = proxy.log.flatMap(({ sent }) =>
    search(`${sent.method} ${sent.url}\n${JSON.stringify(sent.headers)}\n${sent.body.toString()}`),
  )
  expect(found).toEqual([])
  expect(proxy.hints.heard.flatMap((one) => search(one))).toEqual([])
  // Only protocol requests: no icon, no other page, no other host.
  expect(proxy.log.filter(({ sent }) => sent.endpoint === null).map(({ sent }) => sent.url)).toEqual([])
})
