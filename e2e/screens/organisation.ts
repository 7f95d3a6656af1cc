import type { Page } from '@playwright/test'
import { firstPolicy } from '../../shared/ledger/replay/owners.ts'
import type { FolderId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import { PIN, need, newFolder, save } from '../../tests/headless/org.ts'
import { join, look, newPerson, refresh, sign, unlock } from '../../tests/headless/person.ts'
import { giveKey, pageUrl } from '../desk.ts'
import type { Desk } from '../desk.ts'
import * as people from '../people.ts'
import { expect, show, take, unlockWindow } from './camera.ts'
import { logins, teams, tree } from './logins.ts'
import { ODILE, ORG, approveLast, emailOf, letIn, signAt } from './stage.ts'
import type { Colleague, Organisation, Stage } from './stage.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Chooses a PIN, and touches the key in hand. */
async function registerKey(page: Page, label: string, pin: string): Promise<void> {
  await page.bringToFront()
  await page.getByLabel(label, { exact: true }).fill(pin)
  await page.getByLabel('The same once more').fill(pin)
  await button(page, 'Continue').click()
  await button(page, 'Use my key').click()
}

/** Odile sets the organisation up, and registers a second key at once. */
export async function setUp({ odile, hostile, stack }: Stage): Promise<void> {
  const { page } = odile
  await page.setViewportSize(unlockWindow)
  await page.goto(pageUrl(`unlock.html#/open?server=${encodeURIComponent(hostile.origin)}`))
  await button(page, 'Trust this server').click()
  await page.getByLabel('Set-up code').fill(stack.setupCode)
  await button(page, 'Continue').click()
  await page.getByLabel('Name of the organisation').fill(ORG)
  await page.getByLabel('Your name').fill(ODILE.name)
  await page.getByLabel('Your e-mail').fill(ODILE.email)
  await button(page, 'Continue').click()
  await registerKey(page, 'Cloison PIN', ODILE.pin)
  await expect(page.getByRole('heading', { name: `${ORG} is ready` })).toBeVisible()
  await take(page, 'set-up')
  await odile.key.hold(false)
  const second = await giveKey(page)
  await page.goto('about:blank')
  await page.goto(pageUrl('unlock.html#/key'))
  await registerKey(page, 'The Cloison PIN for this key', 'jade-61904')
  await expect(page.getByRole('heading', { name: 'This key is registered' })).toBeVisible()
  await second.hold(false)
  await odile.key.hold(true)
}

/** Mona, whom Odile lets in as the second owner. */
async function secondOwner({ odile: { page }, hostile }: Stage): Promise<Colleague> {
  const name = 'Mona Kaci'
  const { code } = await signAt(page, { do: 'invite', name, email: emailOf(name), role: 'owner', teams: [] })
  const person = newPerson()
  await join(person, hostile.origin, need(code), PIN)
  await show(page, '/people')
  await button(page, 'Review').click()
  await button(page, 'Sign').click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await unlock(person, PIN)
  return { person, member: person.keeper.needOpen().vault.me }
}

/** The folders that Odile makes and manages, with their logins. */
async function plant(odile: Desk): Promise<Map<string, FolderId>> {
  const { page } = odile
  const folders = new Map<string, FolderId>()
  const make = async (name: string, parent: FolderId | null) => {
    const folder = need((await signAt(page, { do: 'create-folder', parent, name })).folder)
    folders.set(name, folder)
    return folder
  }
  for (const [category, clients] of Object.entries(tree)) {
    const parent = await make(category, null)
    for (const client of clients) await make(client, parent)
  }
  for (const [folder, all] of Object.entries(logins))
    for (const fields of all) await people.saveItem(odile, folder, fields)
  return folders
}

/** Who works here besides the owners. */
const staff = {
  admin: 'Hélène Faure',
  auditor: 'Samir Haddad',
  members: ['Inès Martin', 'Chloé Bernard', 'Yanis Roux', 'Léa Fontaine', 'Lucas Moreau'],
}

async function staffTeams(page: Page, folders: Map<string, FolderId>, members: Map<string, MemberId>) {
  const made = new Map<string, TeamId>()
  for (const [name, { home, people: names }] of Object.entries(teams)) {
    const team = need((await signAt(page, { do: 'create-team', name, home: need(folders.get(home)) })).team)
    const added = names.map((one) => need(members.get(one)))
    await signAt(page, { do: 'set-members', team, added, removed: [] })
    made.set(name, team)
  }
  const grant = (folder: string, team: string, level: 'fill' | 'edit') =>
    signAt(page, {
      do: 'grant',
      folder: need(folders.get(folder)),
      level,
      to: { kind: 'team', id: need(made.get(team)) },
    })
  await grant('Banking', 'Banking, supervisors', 'edit')
  await grant('Banking', 'Banking, first line', 'fill')
  await grant('Telecom', 'Telecom, first line', 'fill')
  return made
}

/** Folders that Mona manages and Odile only reads; Lucas reads them, too. */
async function monasFolders({ person: mona }: Colleague, odile: MemberId, lucas: MemberId): Promise<void> {
  const top = await newFolder(mona, 'Utilities')
  const client = await newFolder(mona, 'Lumen Énergie', top)
  await save(mona, client, 'Meters')
  for (const id of [odile, lucas]) {
    await refresh(mona)
    await sign(mona, { do: 'grant', folder: top, to: { kind: 'member', id }, level: 'read' })
  }
}

/** The whole organisation, once Odile has set it up. */
export async function populate(stage: Stage): Promise<Organisation> {
  const { page } = stage.odile
  const { origin } = stage.hostile
  await show(page, '/folders')
  const folders = await plant(stage.odile)
  const mona = await secondOwner(stage)
  const helene = await letIn(mona.person, origin, { name: staff.admin, role: 'admin' })
  await letIn(mona.person, origin, { name: staff.auditor, role: 'auditor' })
  const hired = new Map<string, Colleague>()
  for (const name of staff.members) hired.set(name, await letIn(mona.person, origin, { name }))
  await show(page, '/people')
  await expect(page.getByRole('row', { name: 'Lucas Moreau' })).toBeVisible()
  const made = await staffTeams(page, folders, new Map([...hired].map(([name, { member }]) => [name, member])))
  await refresh(mona.person)
  const odile = need((await look(mona.person)).people.find(({ name }) => name === ODILE.name))
  await monasFolders(mona, odile.member, need(hired.get('Lucas Moreau')).member)
  await signAt(page, { do: 'set-policy', policy: { ...firstPolicy, recovery: true } })
  await approveLast(mona.person)
  const ines = need(hired.get('Inès Martin'))
  await refresh(ines.person)
  await sign(ines.person, { do: 'create-personal', name: 'My own logins', recoverable: true })
  return { mona, helene, ines, chloe: need(hired.get('Chloé Bernard')), folders, teams: made }
}
