import type { TeamId } from '../shared/bytes/ids.ts'
import type { Role } from '../shared/ledger/acts.ts'
import { need } from '../tests/headless/org.ts'
import { sign } from '../tests/headless/person.ts'
import { letIn, seatOf } from '../tests/seed/seeded.ts'
import type { Seeded } from '../tests/seed/seeded.ts'
import { openDesk, pageUrl } from './desk.ts'
import type { Desk, Look } from './desk.ts'
import * as people from './people.ts'

/** As whom somebody works in a seeded organisation, and so of which teams they are. */
export type Seat = 'owner' | 'admin' | 'auditor' | 'manager' | 'agent'
export const SEATED = { name: 'Églantine Nouvelle', pin: 'corail-9035' }

const roleOf: Readonly<Record<Seat, Role>> = {
  owner: 'owner',
  admin: 'admin',
  auditor: 'auditor',
  manager: 'member',
  agent: 'member',
}

/** The security team for those who run it, a direction's managers, or the largest floor. */
function teamsOf({ plan, kept }: Seeded, seat: Seat): TeamId[] {
  if (seat === 'auditor') return []
  if (seat === 'owner' || seat === 'admin') return [need(kept.teams[0])]
  if (seat === 'manager') return [need(kept.teams[1])]
  const largest = plan.teams.reduce((best, { members }, i) => {
    return members.length > need(plan.teams[best]).members.length ? i : best
  }, 0)
  return [need(kept.teams[largest])]
}

/**
 * Somebody new at a desk in Chromium, with a virtual key of their own: the software keys of the seed cannot be given to a browser, whose
 * virtual authenticator takes no PRF from outside. So they are invited, join, and are let in, as anybody is; and have unlocked.
 */
export async function seatInBrowser(seeded: Seeded, seat: Seat, as: Look = {}): Promise<Desk> {
  const odile = await seatOf(seeded, 0)
  const teams = teamsOf(seeded, seat)
  const email = `${seat}@atlas-relation.example`
  const { code } = await sign(odile, { do: 'invite', name: SEATED.name, email, role: roleOf[seat], teams })
  const desk = await openDesk(as)
  await people.join(desk, { code: need(code), pin: SEATED.pin })
  await letIn(seeded, odile, email, teams)
  await unlockHowever(desk, SEATED.pin)
  return desk
}

/** Unlocks, however long the first sync of a large organisation takes here. */
export async function unlockHowever({ page }: Desk, pin: string): Promise<void> {
  await page.goto('about:blank')
  await page.goto(pageUrl('unlock.html#/unlock'))
  await page.bringToFront()
  await page.getByLabel('Cloison PIN', { exact: true }).fill(pin)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Unlocked' }).waitFor({ timeout: 0 })
}
