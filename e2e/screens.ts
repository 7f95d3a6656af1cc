/** Draws the pictures of the pages for administrators: a seeded organisation, a real server, software FIDO keys, a real browser. */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hostileServer } from '../tests/hostile-server/proxy.ts'
import { backupsOf } from '../tests/backups.ts'
import { startStack } from '../tests/stack.ts'
import { openDesk } from './desk.ts'
import { makeWrite } from './screens/camera.ts'
import { addLogin, bringAlong, grantSomething, inviteSomebody, lookAround } from './screens/daily.ts'
import { comeBack, leaveKeysWaiting, lookAtPolicy, lookAtWaiting, removeSomebody } from './screens/leaving.ts'
import { populate, setUp } from './screens/organisation.ts'
import { pictures } from './screens/pictures.ts'
import { fork, lookAtLedger, restore, tamper } from './screens/trouble.ts'

// Clocks on the pictures are the same wherever they are drawn.
process.env['TZ'] = 'Europe/Paris'

/** What must be ended whatever happens, last one first. */
const endings: (() => Promise<void>)[] = []

async function draw(): Promise<void> {
  const hostile = await hostileServer()
  endings.unshift(() => hostile.close())
  const stack = await startStack({ PUBLIC_ORIGIN: hostile.origin })
  endings.unshift(() => stack.stop())
  hostile.aim(await stack.server.origin())
  const backups = backupsOf(stack)
  endings.unshift(() => backups.close())
  const odile = await openDesk()
  endings.unshift(() => odile.close())
  const stage = { stack, hostile, backups, odile }
  await setUp(stage)
  const of = await populate(stage)
  await lookAround(stage, of)
  await inviteSomebody(stage)
  await grantSomething(stage, of)
  await addLogin(stage, of)
  await bringAlong(stage)
  await removeSomebody(stage)
  await leaveKeysWaiting(stage, of)
  await comeBack(stage, of)
  await lookAtWaiting(stage, of)
  await lookAtPolicy(stage)
  await lookAtLedger(stage, of)
  await tamper(stage, of)
  await restore(stage, of)
  await fork(stage, of)
}

const folder = fileURLToPath(new URL('../docs/screens', import.meta.url))
mkdirSync(folder, { recursive: true })
const since = performance.now()
try {
  await draw()
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The drawing stopped.')
  process.exitCode = 1
} finally {
  for (const end of endings) await end().catch(() => undefined)
}
const missing = pictures.filter((picture) => !makeWrite().has(picture))
if (missing.length > 0) {
  console.error(`Not written: ${missing.join(', ')}`)
  process.exitCode = 1
}
console.log(`${String(makeWrite().size)} pictures in ${((performance.now() - since) / 1000).toFixed(0)} s`)
