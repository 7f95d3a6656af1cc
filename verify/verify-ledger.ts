/** `npm run verify-ledger -- FILE`: replays an export of a ledger by itself, and says who could do what. */
import { answer } from './answer.ts'

// npm runs us in the clone's folder: a path is meant from where the person stands.
const { code, said } = await answer(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd())
if (code === 0) console.log(said)
else console.error(said)
process.exitCode = code
