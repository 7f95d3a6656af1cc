import { setTimeout as sleep } from 'node:timers/promises'
import { need } from './headless/org.ts'
import { look, refresh, sign } from './headless/person.ts'
import { sizeFrom } from './seed/arguments.ts'
import { letIn, seatOf, startSeeded } from './seed/seeded.ts'

// A server on a copy of a seeded organisation, and a way in for whoever tries the console on it: `npm start -- --seeded --members 300`.

const size = sizeFrom(process.argv.slice(2))
console.log('  Starting a copy of a seeded organisation; one that is not kept yet is made first, which takes minutes.')
const seeded = await startSeeded(size)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    void seeded.stack.stop().then(() => process.exit(0))
  })
const odile = await seatOf(seeded, 0)
const email = 'you@atlas-relation.example'
const teams = [need(seeded.kept.teams[0])]
const { code } = await sign(odile, { do: 'invite', name: 'You', email, role: 'owner', teams })
console.log(`\n  Cloison is running: ${seeded.stack.origin}`)
console.log(`  Join with this code, as an owner; you are let in by yourself:\n\n${need(code)}\n`)
const hasAsked = async () => {
  await refresh(odile)
  return (await look(odile)).invitations.some((one) => one.email === email && one.state === 'asked')
}
while (!(await hasAsked())) await sleep(2_000)
await letIn(seeded, odile, email, teams)
console.log('  You are let in. End this with Ctrl+C: the copy goes with it.')
