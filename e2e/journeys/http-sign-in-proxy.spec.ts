import { expect, test } from '@playwright/test'
import * as people from '../people.ts'
import { newAsking } from './asking.ts'
import type { Asking } from './asking.ts'

// A proxy that asks for a login with the realm of a site whose login the person has, while they open that site.
let asking: Asking

test.beforeAll(async () => {
  asking = await newAsking({ proxied: true })
  await people.unlock(asking.filler.desk, asking.filler.pin)
})
test.afterAll(async () => {
  await asking.filler.close()
  await asking.site.close()
})

test('P8: a proxy that asks for a login gets none, and no window opens', async () => {
  const { site, at, filler, ourWindows } = asking
  const tab = await filler.desk.context.newPage()
  await tab.goto(at('/basic/Agents/')).catch(() => null)
  expect(site.asked('proxy')).toBeGreaterThan(0)
  expect([site.shown, ourWindows()]).toEqual([[], []])
})
