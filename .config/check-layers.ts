import { findBreaches } from './cruise.ts'

const { modules, breaches } = await findBreaches(process.cwd())
for (const breach of breaches) console.log(breach)
// A cruiser that cannot read TypeScript sees nothing and passes: nothing seen is a failure.
console.log(`${String(modules)} modules`)
process.exitCode = modules > 0 && breaches.length === 0 ? 0 : 1
