import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { readInvitation, writeInvitation } from '../../extension/keeper/unlock/invitation-code.ts'
import { newInvitationId } from '../../shared/bytes/ids.ts'
import { openDesk, pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { look, newPerson, refresh, setUp, sign } from '../../tests/headless/person.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { button, choosePin, heading, stores } from './fixtures.ts'

// What a newcomer reads about an unsuitable key or an invalid code: what is wrong, and whom to ask.
test.describe.configure({ mode: 'serial' })

const PIN = 'corail-9035'
const owner = newPerson()
let stack: Stack
let desk: Desk

test.beforeAll(async () => {
  stack = await startStack()
  await setUp(owner, stack.origin, stack.setupCode, 'ambre-4417')
  desk = await openDesk()
})
test.afterAll(async () => {
  await desk.close()
  await stack.stop()
})

async function invite(name: string): Promise<string> {
  const { code } = await sign(owner, { do: 'invite', name, email: 'noe@atlas.example', role: 'member', teams: [] })
  if (code === null) throw new Error('no code')
  return code
}

async function paste(page: Page, code: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(pageUrl('unlock.html#/join'))
  await page.getByLabel('Invitation code').fill(code)
  await button(page, 'Continue').click()
}

/** A tab with a key that supports everything but PRF. */
async function tabWithOldKey() {
  const page = await desk.context.newPage()
  const cdp = await desk.context.newCDPSession(page)
  await cdp.send('WebAuthn.enable', { enableUI: false })
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'usb',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: false,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const entries = async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials
  return { page, entries }
}

async function rowsAtTheServer(): Promise<Record<string, number>> {
  const sql = stack.sql()
  const [counted] = await sql<Record<string, number>[]>`
    select (select count(*)::int from credentials) as credentials, (select count(*)::int from enrolments) as enrolments,
      (select count(*)::int from joins) as joins`
  await sql.end()
  return counted ?? {}
}

let used = ''

test('a key without PRF is reported before anything is stored, with a note on the entry left on the key', async () => {
  used = await invite('Noé Petit')
  const before = await rowsAtTheServer()
  const { page, entries } = await tabWithOldKey()
  await paste(page, used)
  await button(page, 'Trust this server and go on').click()
  await page.bringToFront()
  await choosePin(page, PIN)
  await button(page, 'Use my key').click()
  const told = page.getByRole('alert')
  await expect(told).toContainText('This key cannot hold a Cloison secret (it lacks PRF).')
  await expect(told).toContainText('Cloison stored nothing. The key may have kept an unused “Cloison” entry')
  expect(await entries()).toHaveLength(1)

  expect(await rowsAtTheServer()).toEqual(before)
  const kept = await stores(desk)
  expect(kept.session).toEqual({})
  expect(kept.local).toEqual({ trusted: { server: stack.origin, org: null } })
  expect(kept.blobs).toBe(0)
  await page.close()
})

test('the invitation still works with another key', async () => {
  await people.join(desk, { code: used, pin: PIN })
  await expect(desk.page.getByText('Your key and your Cloison PIN are registered.')).toBeVisible()
})

test('a code already answered is reported to the next person who pastes it, before and after the approval', async () => {
  const other = await openDesk()
  await paste(other.page, used)
  await expect(heading(other.page, 'Waiting for approval')).toBeVisible()
  await expect(other.page.getByText('If that was not you, tell the person who invited you at once.')).toBeVisible()
  await refresh(owner)
  const asking = (await look(owner)).invitations.find(({ state }) => state === 'asked')
  if (asking === undefined) throw new Error('nobody asks')
  await sign(owner, { do: 'approve', invitation: asking.invitation })
  await expect(heading(desk.page, 'You are approved')).toBeVisible()
  await paste(other.page, used)
  await expect(other.page.getByText('This invitation has already been used.')).toBeVisible()
  await expect(other.page.getByText('If it was not, tell the person who invited you at once.')).toBeVisible()
  await other.close()
})

test('an incomplete code is reported, with the advice to copy it again', async () => {
  const code = await invite('Zoé Roux')
  for (const garbage of ['bonjour', code.slice(0, -6), `${code}AAAA`, code.replace('CLOISON-', ''), ' ']) {
    await paste(desk.page, garbage)
    await expect(desk.page.getByText('This is not a complete invitation code. Copy the whole code')).toBeVisible()
    await expect(desk.page.getByLabel('Invitation code')).toHaveValue(garbage)
  }
})

test('a code that the server does not know is reported', async () => {
  const code = readInvitation(await invite('Zoé Roux'))
  await paste(desk.page, writeInvitation({ ...code, invitation: newInvitationId() }))
  await expect(desk.page.getByText('The server does not know this invitation.')).toBeVisible()
  await expect(desk.page.getByText('Ask the person who invited you for a new code.')).toBeVisible()
})

test('an expired code is reported', async () => {
  const code = await invite('Zoé Roux')
  // A month later, by the server's clock.
  const ahead = 'const now = Date.now; Date.now = () => now() + 30 * 86400000'
  await stack.halt()
  await stack.resume({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(ahead)}` })
  await paste(desk.page, code)
  await expect(desk.page.getByText('This invitation has expired.')).toBeVisible()
  await expect(desk.page.getByText('Ask the person who invited you for a new code.')).toBeVisible()
})

test('a code for another organisation than the server’s present one is reported', async () => {
  await stack.halt()
  const anew = await startStack({ PORT: new URL(stack.origin).port })
  expect(anew.origin).toBe(stack.origin)
  for (const org of ['none yet', 'another']) {
    if (org === 'another') await setUp(newPerson(), anew.origin, anew.setupCode, 'ambre-4417')
    await paste(desk.page, used)
    const told = desk.page.getByRole('alert')
    await expect(told).toContainText('This invitation is for another organisation than this server’s.')
    await expect(told).toContainText('Ask the person who invited you for a new code.')
  }
  await anew.stop()
})

test('a code whose server cannot be reached is reported', async () => {
  await paste(desk.page, used)
  await expect(desk.page.getByRole('alert')).toContainText('The server cannot be reached.')
  await expect(desk.page.getByLabel('Invitation code')).toHaveValue(used)
})
