/** `npm run open-export -- FILE OUT`: opens an export of logins without server or extension. OUT ends in .json or .csv. */
import { createInterface } from 'node:readline'
import { openExport } from './opened.ts'

// npm runs us in the clone's folder: a path is meant from where the person stands.
const from = process.env['INIT_CWD'] ?? process.cwd()
const { code, said } = await openExport(process.argv.slice(2), from, askPassphrase)
if (code === 0) console.log(said)
else console.error(said)
process.exitCode = code

/** Reads one line from standard input. */
async function askPassphrase(): Promise<string> {
  process.stderr.write('Passphrase: ')
  const lines = createInterface({ input: process.stdin })
  for await (const line of lines) {
    lines.close()
    return line
  }
  return ''
}
