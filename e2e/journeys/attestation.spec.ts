import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import { aaguidIn } from '../../shared/bytes/aaguid.ts'
import { failures } from '../../extension/words/failures.ts'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import { giveKey, openDesk, pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import { need } from '../../tests/headless/org.ts'
import { look as seen, newPerson, refresh, setUp, sign } from '../../tests/headless/person.ts'
import * as people from '../people.ts'
import { startStack } from '../../tests/stack.ts'
import type { Stack } from '../../tests/stack.ts'
import { AGENT, button } from './fixtures.ts'
import { judge, looks, words } from './judge.ts'
import type { Look } from './judge.ts'

// After somebody has joined, the policy requires attestation; the server has no metadata file to check it against.
test.describe.configure({ mode: 'serial' })

const MODELS = ['01020304-0506-0708-0102-030405060708', 'ffffffff-0000-4000-8000-000000000001'].map((one) =>
  need(aaguidIn(one)),
)
const policy = { ...firstPolicy, attested: true, authenticators: MODELS }
const owner = newPerson()
let stack: Stack
let agent: Desk
let code = ''
/** The window's `create` options and the browser's answer, for each key that it made. */
const made: unknown[] = []
const invite = async (name: string) =>
  need((await sign(owner, { do: 'invite', name, email: 'x@atlas.example', role: 'member', teams: [] })).code)

test.beforeAll(async () => {
  stack = await startStack()
  await setUp(owner, stack.origin, stack.setupCode, 'ambre-4417')
  agent = await openDesk()
  await agent.page.exposeFunction('tellMade', (one: unknown) => void made.push(one))
  await agent.page.addInitScript(listen)
  await people.join(agent, { code: await invite(AGENT.name), pin: AGENT.pin })
  await refresh(owner)
  const asked = need((await seen(owner)).invitations.find(({ state }) => state === 'asked'))
  await sign(owner, { do: 'approve', invitation: asked.invitation })
  await sign(owner, { do: 'set-policy', policy })
  code = await invite('Théo Saisonnier')
  await people.unlock(agent, AGENT.pin)
})
test.afterAll(async () => {
  await agent.close()
  await stack.stop()
})

/** In the page: records the `create` options and the attestation format of the answer. */
function listen(): void {
  const container = navigator.credentials
  const create = container.create.bind(container)
  container.create = async (options) => {
    const key = await create(options)
    const { response } = key as PublicKeyCredential
    const object = new TextDecoder('latin1').decode((response as AuthenticatorAttestationResponse).attestationObject)
    const format = /packed|none/.exec(object)?.[0]
    ;(globalThis as unknown as { tellMade(one: unknown): void }).tellMade([options?.publicKey?.attestation, format])
    return key
  }
}

async function show(page: Page, { lang, colorScheme }: Look, file: string): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.goto('about:blank')
  const [path = '', hash = ''] = file.split('#')
  await page.goto(pageUrl(`${path}?lang=${lang}#${hash}`))
  await page.bringToFront()
}

test('a member reads in the policy that key models are checked, and which are allowed', async () => {
  const { page } = agent
  for (const look of looks) {
    const t = words(look.lang)
    // The policy is in the sections of those who decide it; a member comes to it by its address.
    await show(page, look, 'console.html#/policy')
    await expect(page.getByText(t.attestation.checked)).toBeVisible()
    for (const model of MODELS) await expect(page.getByText(model)).toBeVisible()
    await judge(page, look, 'console', 'policy read')
  }
})

test('a key is listed without its model, which the browser hid, and with its model once attested', async () => {
  const { page } = agent
  await page.goto(pageUrl('console.html?lang=en'))
  await page.getByRole('link', { name: words('en').keys.myKeys }).click()
  await expect(page.getByText('In use here')).toBeVisible()
  await expect(page.getByText(/[0-9a-f]{8}-[0-9a-f]{4}-/)).toHaveCount(0)
  const sql = stack.sql()
  await sql`update credentials set aaguid = ${need(MODELS[0])}, attested = true`
  await sql.end()
  for (const look of looks) {
    const t = words(look.lang)
    await show(page, look, 'console.html')
    await page.getByRole('link', { name: t.keys.myKeys }).click()
    await expect(page.getByText(t.attestation.proved(need(MODELS[0])))).toBeVisible()
    await judge(page, look, 'console', 'keys with models')
  }
})

test('before registering a further key a person reads that the server learns its model; without a metadata file registration fails', async () => {
  const { page } = agent
  await page.setViewportSize({ width: 420, height: 600 })
  await agent.key.hold(false)
  await giveKey(page)
  for (const look of looks) {
    const t = words(look.lang)
    await show(page, look, 'unlock.html#/key')
    await page.getByLabel(t.unlock.pinForKey, { exact: true }).fill('jade-61904')
    await page.getByLabel(t.unlock.pinAgain).fill('jade-61904')
    await button(page, t.common.continue).click()
    await expect(page.getByText(t.attestation.consent)).toBeVisible()
    await judge(page, look, 'unlock', 'key with consent')
    await button(page, t.unlock.useKey).click()
    await expect(page.getByText(failures[look.lang]['no-metadata'].what)).toBeVisible()
    await judge(page, look, 'unlock', 'no metadata')
  }
  expect(made).toEqual([['none', 'none'], ...looks.map(() => ['direct', 'packed'])])
})

test('the joining window says that key models are checked, before a key is registered', async () => {
  const { page } = agent
  for (const look of looks) {
    const t = words(look.lang)
    await show(page, look, 'unlock.html#/join')
    await page.getByLabel(t.unlock.joinCode).fill(code)
    await button(page, t.common.continue).click()
    await expect(page.getByText(t.attestation.atJoining)).toBeVisible()
    await judge(page, look, 'unlock', 'join with attestation')
  }
})
