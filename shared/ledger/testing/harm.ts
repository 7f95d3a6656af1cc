import fc from 'fast-check'
import { zero32, zeroOrg } from '../../bytes/ids.ts'
import type { Act } from '../acts.ts'
import { ledgerBody, packEntry, readEntry } from '../entry.ts'
import type { LedgerBody } from '../entry.ts'
import { pick, signerOf } from './cast.ts'
import type { Cast } from './cast.ts'
import type { Person } from './person.ts'

/** What is done to an entry before it is served; `none` mostly. */
const harms = [
  ...['signer', 'author', 'sequence', 'previous', 'org', 'time', 'no acts', 'first act', 'version', 'bytes', 'cut off'],
  ...['old signature', 'served again', 'cut dropped', 'cut doubled', 'cut moved', 'reversed', 'doubled'],
] as const
export type Harm = { how: (typeof harms)[number] | 'none'; at: number }
export const harmDice: fc.Arbitrary<Harm> = fc.record({
  how: fc.oneof(
    { weight: 6, arbitrary: fc.constant('none' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...harms) },
  ),
  at: fc.nat(10_000),
})

/** The entry that `author` signs with `acts` at `time`, or what is made of it. */
export async function signedWith(cast: Cast, author: Person, acts: Act[], time: number, { how, at }: Harm) {
  const { org, people } = cast
  const { head } = org.state
  const other = pick(people, at) ?? org.owner
  const body: LedgerBody = {
    version: how === 'version' ? at % 3 : 1,
    org: how === 'org' ? zeroOrg : org.state.org,
    sequence: head.sequence + 1 + (how === 'sequence' ? (at % 3) - 1 : 0),
    previous: how === 'previous' ? zero32 : head.hash,
    time: how === 'time' ? org.state.time - 1 : time,
    author: how === 'author' ? other.id : author.id,
    acts: changed(cast, acts, { how, at }),
  }
  const signed = ledgerBody.write(body)
  const last = org.entries[at % org.entries.length] ?? packEntry(signed, await signerOf(cast, author).sign(signed))
  if (how === 'served again') return last
  if (how === 'old signature') return packEntry(signed, (await readEntry(ledgerBody, last)).signature)
  const entry = packEntry(signed, await signerOf(cast, how === 'signer' ? other : author).sign(signed))
  if (how === 'cut off') return entry.slice(0, at % entry.length)
  if (how === 'bytes') entry[at % entry.length] = (entry[at % entry.length] ?? 0) ^ (1 << (at % 8))
  return entry
}

function changed({ org }: Cast, acts: Act[], { how, at }: Harm): Act[] {
  const cut = pick(
    acts.filter((one) => one.act === 'journal cut'),
    at,
  )
  switch (how) {
    case 'no acts':
      return []
    case 'first act': {
      const { id: member, keys, receive } = org.owner
      const signKey = keys.sign.publicKey
      return [...acts, { act: 'org created', name: 'Acme', member, signKey, receive, profile: zero32 }]
    }
    case 'cut dropped':
      return acts.filter((one) => one !== cut)
    case 'cut doubled':
      return cut === null ? acts : [...acts, cut]
    case 'cut moved':
      return acts.map((one) =>
        one === cut ? { ...cut, sequence: at % 5 === 4 ? Number.MAX_SAFE_INTEGER : at % 5 } : one,
      )
    case 'reversed':
      return acts.toReversed()
    case 'doubled':
      return [...acts, ...acts]
    default:
      return acts
  }
}
