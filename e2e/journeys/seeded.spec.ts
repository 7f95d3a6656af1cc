import { expect, test } from '@playwright/test'
import { sizeFor } from '../../tests/seed/plan.ts'
import { startSeeded } from '../../tests/seed/seeded.ts'
import type { Seeded } from '../../tests/seed/seeded.ts'
import * as people from '../people.ts'
import { seatInBrowser } from '../seeded.ts'
import type { Seat } from '../seeded.ts'
import { button } from './fixtures.ts'

// The console on an organisation of a plan, made once and copied: what a person of each kind sees of it.

let seeded: Seeded
test.beforeAll(async () => {
  test.setTimeout(0)
  seeded = await startSeeded(sizeFor({ members: 60 }))
})
test.afterAll(() => seeded.stack.stop())

const directions = ['Direction Banque', 'Direction Assurance']

const seats: Readonly<Record<Seat, readonly string[]>> = {
  owner: directions,
  admin: directions,
  auditor: [],
  manager: ['Direction Banque'],
  agent: [],
}

for (const seat of ['owner', 'manager', 'agent'] as const)
  test(`a seeded organisation seats the ${seat} in a browser, who sees their part of the tree`, async () => {
    const desk = await seatInBrowser(seeded, seat)
    await people.openConsole(desk)
    const { page } = desk
    const tree = page.getByRole('tree')
    for (const name of seats[seat]) await expect(tree.getByRole('treeitem', { name }).first()).toBeVisible()
    for (const name of directions.filter((one) => !seats[seat].includes(one)))
      await expect(tree.getByRole('treeitem', { name })).toHaveCount(0)
    await expect(tree.getByRole('treeitem').first()).toBeVisible()
    await expect(button(page, /^Lock/)).toBeVisible()
    await desk.close()
  })
