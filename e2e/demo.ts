/** Plays the main job unattended: an owner, an agent, a real server, a portal, software FIDO keys, a real browser. */
import { mkdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { openDesk } from './desk.ts'
import type { Desk } from './desk.ts'
import { servePages } from './pages/serve.ts'
import * as people from './people.ts'
import { startStack } from '../tests/stack.ts'

const output = fileURLToPath(new URL('../demo-output', import.meta.url))
const asJson = process.argv.includes('--json')
const headed = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined

type Step = { name: string; ms: number; ok: boolean }
const steps: Step[] = []

/** Runs one step, prints its time, and keeps a screenshot. */
async function step(name: string, of: () => Page, deed: () => Promise<number | undefined>): Promise<void> {
  const start = performance.now()
  try {
    const measured = await deed()
    const ms = Math.round(performance.now() - start)
    steps.push({ name, ms, ok: true })
    const extra = measured === undefined ? '' : `  (${String(Math.round(measured))} ms from click to effect)`
    console.log(`ok   ${String(ms).padStart(6)} ms  ${name}${extra}`)
  } catch (error) {
    steps.push({ name, ms: Math.round(performance.now() - start), ok: false })
    console.log(`FAIL ${' '.repeat(9)}  ${name}`)
    throw error
  } finally {
    const number = String(steps.length).padStart(2, '0')
    await of().screenshot({ path: `${output}/${number}-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png` })
  }
}

const ORG = 'Atlas Relation'
const AGENT = 'Inès Martin'
const TEAM = 'Team Atlas'
const PINS = { owner: 'ambre-4417', agent: 'corail-9035' }
const account = { username: 'agent-042', password: 'Brume-verte-81', company: 'ATL-7' }
const newPassword = 'Orage-calme-26'

/** Opens the popup for the portal, fills the login by its row, and presses the portal's own button. */
async function signIn(desk: Desk, portal: Page): Promise<void> {
  const popup = await people.openPopup(desk, portal)
  await people.fillFromPopup(popup, 'Portail Atlas')
  await portal.bringToFront()
  await portal.getByRole('button', { name: 'Sign in' }).click()
  await expect(portal.getByRole('heading', { name: `Signed in as ${account.username}` })).toBeVisible()
}

/** Clean-ups to run whatever happens, last one first. */
const endings: (() => Promise<void>)[] = []

async function play(): Promise<void> {
  const stack = await startStack()
  endings.unshift(() => stack.stop())
  const portalServer = await servePages({ accounts: [account] })
  endings.unshift(() => portalServer.close())
  const owner = await openDesk({ headed })
  endings.unshift(() => owner.close())
  const agent = await openDesk({ headed })
  endings.unshift(() => agent.close())
  const portalAddress = `${portalServer.origin}/portal/`
  const ownerPage = () => owner.page
  const agentPage = () => agent.page
  await step('Owner sets up the organisation', ownerPage, async () => {
    await people.openServer(owner, stack.origin)
    const who = {
      code: stack.setupCode,
      org: ORG,
      name: 'Odile Laurent',
      email: 'odile@atlas.example',
      pin: PINS.owner,
    }
    await people.setUp(owner, who)
    return undefined
  })
  await step('Owner creates folders, a team and a login', ownerPage, async () => {
    await people.openConsole(owner)
    await people.createFolder(owner, 'Direction Banque')
    await people.createSubfolder(owner, 'Direction Banque', 'Banque Méridienne')
    await people.createTeam(owner, TEAM, 'Direction Banque')
    const login = { name: 'Portail Atlas', ...account, addresses: [portalAddress, 'https://atlas.example'] }
    await people.createLogin(owner, 'Banque Méridienne', { ...login, notes: 'Ask the desk for access.' })
    return undefined
  })
  let code = ''
  await step('Owner invites an agent', ownerPage, async () => {
    code = await people.invite(owner, { name: AGENT, email: 'ines@atlas.example', team: TEAM })
    return undefined
  })
  await step('Agent joins with a key and a PIN', agentPage, async () => {
    await people.join(agent, { code, pin: PINS.agent })
    return undefined
  })
  await step('Owner lets the agent in with one click', ownerPage, async () => {
    await people.letIn(owner, AGENT)
    return undefined
  })
  await step('Agent unlocks with PIN and key', agentPage, async () => {
    await people.unlock(agent, PINS.agent)
    return undefined
  })

  const portal = await agent.context.newPage()
  await portal.goto(portalAddress)
  const popup = await people.openPopup(agent, portal)
  await step(
    'Owner grants the folder; it is there without further action',
    () => popup,
    async () => {
      await people.grant(owner, 'Banque Méridienne', TEAM, 'Fill')
      const signed = performance.now()
      await expect(people.popupRow(popup, 'Portail Atlas').first()).toBeVisible()
      return performance.now() - signed
    },
  )
  await popup.close()
  await step(
    'Agent fills the portal and is signed in',
    () => portal,
    async () => {
      await signIn(agent, portal)
      return undefined
    },
  )
  await step(
    'Owner changes the password; the next fill uses it',
    () => portal,
    async () => {
      portalServer.setAccounts([{ ...account, password: newPassword }])
      await people.changePassword(owner, 'Banque Méridienne', 'Portail Atlas', newPassword)
      await portal.goto(portalAddress)
      await signIn(agent, portal)
      return undefined
    },
  )
  await agent.page.goto('about:blank')
  await people.openUnlockWindow(agent)
  await step('Owner removes the agent; the desk drops everything', agentPage, async () => {
    const signed = await people.removePerson(owner, AGENT)
    await people.expectRemoved(agent)
    return performance.now() - signed
  })
}

rmSync(output, { recursive: true, force: true })
mkdirSync(output, { recursive: true })
let ok = true
try {
  await play()
} catch (error) {
  ok = false
  console.error(error instanceof Error ? error.message : 'The demo stopped.')
} finally {
  for (const end of endings) await end().catch(() => undefined)
}
if (asJson) console.log(JSON.stringify({ ok, steps: steps.map(({ name, ms, ok: fine }) => ({ name, ms, ok: fine })) }))
process.exitCode = ok ? 0 : 1
