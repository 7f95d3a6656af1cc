import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { newItemId } from '../../shared/bytes/ids.ts'
import { openDesk } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { nodeDesk } from '../../tests/headless/node-desk.ts'
import { look, newPerson, refresh, setUp, sign } from '../../tests/headless/person.ts'
import { bending, flipped } from '../../tests/hostile-server/attacks.ts'
import { hostileServer } from '../../tests/hostile-server/proxy.ts'
import type { Hostile } from '../../tests/hostile-server/proxy.ts'
import { servePages } from '../pages/serve.ts'
import type { PagesServer } from '../pages/serve.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import { button, fieldsOf, forgetBlobs, heading, lockByButton } from './fixtures.ts'

// What a person sees when the server lies; tests/headless checks, without a screen, that every lie is detected. The agent's
// browser gets the lies; the owner's desk reaches the honest server behind.
test.describe.configure({ mode: 'serial' })

const PIN = 'corail-9035'
const BANQUE = 'Banque Méridienne'
const ASSURANCE = 'Assurance Boréale'
let hostile: Hostile
let stack: Stack
let site: PagesServer
let agent: Desk
let direct = ''
const owner = newPerson({
  ...nodeDesk(),
  fetch: (url, init) => fetch(url.replace(hostile.origin, direct), init),
})
const ids: Record<string, NonNullable<Awaited<ReturnType<typeof sign>>['folder']>> = {}

test.beforeAll(async () => {
  ;[hostile, site] = await Promise.all([hostileServer(), servePages()])
  stack = await startStack({ PUBLIC_ORIGIN: hostile.origin })
  direct = await stack.server.origin()
  hostile.aim(direct)
  await setUp(owner, hostile.origin, stack.setupCode, 'ambre-4417')
  const team = need((await sign(owner, { do: 'create-team', name: 'Team Atlas', home: null })).team)
  for (const name of [BANQUE, ASSURANCE]) {
    const folder = need((await sign(owner, { do: 'create-folder', parent: null, name })).folder)
    ids[name] = folder
    await save(name, `Portail ${name}`)
    await sign(owner, { do: 'grant', folder, to: { kind: 'team', id: team }, level: 'read' })
  }
  const invited = { do: 'invite', name: 'Inès Martin', email: 'ines@atlas.example', role: 'member' } as const
  const { code } = await sign(owner, { ...invited, teams: [team] })
  agent = await openDesk()
  await people.join(agent, { code: need(code), pin: PIN })
  await refresh(owner)
  await sign(owner, { do: 'approve', invitation: need((await look(owner)).invitations[0]).invitation })
  await people.unlock(agent, PIN)
  await people.openConsole(agent)
})
test.afterAll(async () => {
  await agent.close()
  await Promise.all([hostile.close(), site.close()])
  await stack.stop()
})

function need<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('missing')
  return value
}

async function save(folder: string, name: string): Promise<void> {
  const fields = {
    name,
    username: `agent of ${folder}`,
    password: 'Brume-81',
    custom: [],
    totp: '',
    notes: '',
    afterFill: 'stay' as const,
    kind: 'login' as const,
    tags: [],
    files: [],
  }
  const input = {
    folder: need(ids[folder]),
    item: newItemId(),
    base: null,
    fields: { ...fields, urls: [exactAddress(site.origin)] },
  }
  await owner.ask['item.save'](input, '')
}

const row = ({ page }: Desk, name: string) => page.getByRole('row', { name })
const alert = ({ page }: Desk, text: string) => page.getByRole('alert').filter({ hasText: text })

/** The popup over the client's page: the logins that it offers there, and whether the first still fills. */
async function popupOver(deed: (popup: Page) => Promise<void>): Promise<void> {
  const tab = await agent.context.newPage()
  await tab.goto(`${site.origin}/login.html`)
  const popup = await people.openPopup(agent, tab)
  await deed(popup)
  await people.fillFromPopup(popup, `Portail ${ASSURANCE}`)
  expect(await fieldsOf(tab)).toMatchObject({ login: `agent of ${ASSURANCE}`, secret: 'Brume-81' })
  await tab.close()
}

test('a folder changed in transit is refused with a warning, the rest works, and honest answers repair it', async () => {
  const { page } = agent
  hostile.attack(
    bending({
      fetch: (reply) => ({
        ...reply,
        journals: reply.journals.map((journal) =>
          journal.folder === ids[BANQUE]
            ? { ...journal, parts: journal.parts.map((part) => ({ ...part, sealed: flipped(part.sealed) })) }
            : journal,
        ),
      }),
    }),
  )
  await save(BANQUE, 'Extranet')
  const told = alert(agent, `The server’s data for “${BANQUE}” is not what its members signed`)
  await expect(told).toContainText('the others still work')
  await told.getByRole('button', { name: 'Open the folder' }).click()
  await expect(page.getByText('This folder is refused', { exact: true })).toBeVisible()
  await expect(row(agent, 'Portail')).toHaveCount(0)
  await people.openFolder(agent, ASSURANCE)
  await expect(row(agent, `Portail ${ASSURANCE}`)).toBeVisible()
  await popupOver(async (popup) => {
    await expect(popup.getByText(/^1 folder is refused: .* Tell your security team\.$/)).toBeVisible()
    await expect(people.popupRow(popup, `Portail ${ASSURANCE}`).first()).toBeVisible()
    await expect(popup.getByText(BANQUE)).toHaveCount(0)
  })

  hostile.attack(null)
  await save(ASSURANCE, 'Contrats')
  await expect(told).toBeHidden()
  await people.openFolder(agent, BANQUE)
  for (const name of [`Portail ${BANQUE}`, 'Extranet']) await expect(row(agent, name)).toBeVisible()
})

test('a ledger changed in transit has no effect, and the person is warned', async () => {
  const { page } = agent
  const head = page.getByText(/^Ledger: entry \d+/)
  const before = need(/entry \d+/.exec(need(await head.textContent())))[0]
  hostile.attack(bending({ ledger: (reply) => ({ ...reply, entries: reply.entries.map((entry) => flipped(entry)) }) }))
  await sign(owner, { do: 'rename-folder', folder: need(ids[ASSURANCE]), name: 'Assurance Australe' })
  const told = alert(agent, 'The server’s record of who may do what is not what its members signed.')
  await expect(told).toContainText('Tell your security team.')
  await expect(head).toContainText(before)
  await expect(page.getByRole('treeitem', { name: ASSURANCE })).toBeVisible()
  await expect(page.getByRole('treeitem', { name: 'Assurance Australe' })).toBeHidden()
  await popupOver(async (popup) => {
    await expect(popup.getByText(/^The record of the server is not what its members signed\./)).toBeVisible()
  })

  hostile.attack(null)
  await sign(owner, { do: 'rename-folder', folder: need(ids[ASSURANCE]), name: ASSURANCE })
  await expect(told).toBeHidden()
  await expect(head).not.toContainText(before)
})

test('an empty desk accepts no swapped folder name and no false name of a person', async () => {
  const { page } = agent
  await lockByButton(agent)
  await forgetBlobs(agent)
  hostile.attack(
    bending({
      fetch: (reply) => {
        const sealed = reply.descriptions.find(({ id }) => id === ids[ASSURANCE])?.sealed
        const swapped = reply.descriptions.map((one) =>
          one.id === ids[BANQUE] ? { ...one, sealed: sealed ?? '' } : one,
        )
        const profiles = reply.profiles.map((one) => ({ ...one, name: 'Somebody Else' }))
        return { ...reply, descriptions: swapped, profiles }
      },
    }),
  )
  await people.unlock(agent, PIN)
  await people.openConsole(agent)
  await expect(alert(agent, 'The server’s data for a folder is not what its members signed')).toBeVisible()
  await button(page, '1 more warning').click()
  await expect(alert(agent, 'The name of 1 person or team is not what the members signed')).toBeVisible()
  await expect(page.getByRole('treeitem', { name: ASSURANCE })).toHaveCount(1)
  await expect(page.getByRole('treeitem', { name: BANQUE })).toHaveCount(0)
  await expect(page.getByText('Somebody Else')).toHaveCount(0)
  hostile.attack(null)
  await save(ASSURANCE, 'Sinistres')
  await expect(page.getByRole('treeitem', { name: BANQUE })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(heading(page, 'Cloison console')).toBeAttached()
  await expect(page.getByText('Inès Martin')).toBeVisible()
})
