import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { journalOf, matchStanding } from '../shared/access/standing.ts'
import { Failure } from '../shared/bytes/failure.ts'
import { readExport } from '../shared/ledger/export.ts'
import { changes } from './changes.ts'
import { stateAt } from './place.ts'
import { printChanges, printStanding, printVerified } from './print.ts'
import { Disbelieved, verifyExport } from './verify.ts'

const usage = `npm run verify-ledger -- FILE [--at WHEN] [--changes FROM TO] [--json]

  FILE  an export of a ledger, as the console saves it
  WHEN  an entry's number; a date, which means its end in UTC; or a time such as 2026-11-24T12:00Z

Ends with 0 when every signature, rule and chain holds, with 1 when something in the file is not to be believed, and with 2
when there is no such file or it is no export.`

/** Something is wrong with what was asked: the sentence says what. */
class Misused extends Error {
  override readonly name = 'Misused'
}

function asked(args: readonly string[]) {
  const words = [...args]
  const take = (option: string, values: number) => {
    const at = words.indexOf(option)
    return at < 0 ? null : words.splice(at, values + 1).slice(1)
  }
  const [between, at, json] = [take('--changes', 2), take('--at', 1), take('--json', 0) !== null]
  const [file, ...more] = words
  const isWhole = between?.length !== 1 && between?.length !== 0 && at?.length !== 0
  if (file === undefined || file.startsWith('-') || more.length > 0 || !isWhole) throw new Misused(usage)
  return { file, at: at?.[0] ?? null, between, json }
}

function read(file: string, from: string) {
  try {
    return readExport(readFileSync(resolve(from, file), 'utf8'))
  } catch (error) {
    if (error instanceof Failure) throw new Misused(`${file} is not an export of a ledger: ${error.message}.`)
    throw new Misused(`${file} cannot be read. Is the path right?`)
  }
}

async function said(args: readonly string[], folder: string): Promise<string> {
  const { file, at, between, json } = asked(args)
  const verified = await verifyExport(read(file, folder))
  const place = async (when: string | null) => {
    const found = await stateAt(verified, when)
    if (found !== null) return found
    throw new Misused(
      `There is no ledger at ${when ?? 'its end'}: say an entry's number, or a date from its first entry on.`,
    )
  }
  const [from, to] = await Promise.all(between?.map(place) ?? [])
  const changed = from === undefined || to === undefined ? null : await changes(verified, from, to)
  const stood = changed === null ? matchStanding(await place(at)) : null
  const { now, receipts } = verified
  const journals = verified.journals.map(journalOf)
  if (json) {
    const whole = {
      org: now.org,
      name: now.name,
      head: now.head,
      journals,
      receipts,
      standing: stood,
      changes: changed,
    }
    return JSON.stringify(whole, null, 2)
  }
  const rest = changed === null ? [] : printChanges(changed)
  return [...printVerified(verified), ...(stood === null ? rest : printStanding(stood, journals))].join('\n')
}

/** What the program answers to its arguments; `from`: the folder that FILE is meant from. */
export async function answer(args: readonly string[], from: string): Promise<{ code: number; said: string }> {
  try {
    return { code: 0, said: await said(args, from) }
  } catch (error) {
    if (error instanceof Misused) return { code: 2, said: error.message }
    if (error instanceof Disbelieved) return { code: 1, said: error.message }
    throw error
  }
}
