/**
 * P5 S5: every sealed object of two orgs, carried to other places, is refused there, though one key fits them all.
 * Hashes are left to the attacker too: where a journal names one, it is taken from the bytes that came.
 */
import { expect, test } from 'vitest'
import { Failure } from '../bytes/failure.ts'
import { copyOf, sealedOrg, smallOrg } from './testing/sealed-org.ts'
import type { Sealed } from './testing/sealed-org.ts'

const org = await smallOrg()
const world = [...(await sealedOrg(org)), ...(await sealedOrg(await copyOf(org)))]
const kinds = [...new Set(world.map(({ kind }) => kind))].toSorted()

const differences = (a: Sealed, b: Sealed) =>
  [...new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])].filter((name) => a.fields[name] !== b.fields[name])

/** Null when `place` refuses `moved` with a Failure, as it must. */
async function transplant(moved: Sealed, place: Sealed): Promise<string | null> {
  try {
    await place.open(moved.bytes)
    return `${JSON.stringify([moved.kind, moved.fields])} opened at ${JSON.stringify([place.kind, place.fields])}`
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

test('every sealed object opens at its own place', async () => {
  for (const one of world) expect(await one.open(one.bytes)).toBeTruthy()
  expect(kinds).toEqual([
    'cache blob',
    'folder name',
    'folder wrap to folder',
    'folder wrap to member',
    'folder wrap to team',
    'item part',
    'name for the register',
    'previous folder',
    'previous team',
    'sealed seed',
    'team name',
    'team wrap to member',
  ])
})

test('P5 S5: no sealed object opens where one field of its place is another', { timeout: 0 }, async () => {
  const tried = new Set<string>()
  for (const moved of world)
    for (const place of world) {
      const [only, ...more] = differences(moved, place)
      if (moved.kind !== place.kind || only === undefined || more.length > 0) continue
      tried.add(`${place.kind}: ${only}`)
      expect(await transplant(moved, place)).toBeNull()
    }
  const wrap = ['generation', 'id', 'org', 'recipient']
  expect([...tried].toSorted()).toEqual(
    Object.entries({
      'cache blob': ['kind', 'member', 'name', 'org'],
      'folder name': ['author', 'folder', 'generation', 'org', 'revision'],
      'folder wrap to folder': [...wrap, 'recipientGeneration'],
      'folder wrap to member': wrap,
      'folder wrap to team': [...wrap, 'recipientGeneration'],
      'item part': ['author', 'folder', 'generation', 'item', 'org', 'part', 'revision'],
      'name for the register': ['author', 'generation', 'id', 'org', 'register', 'revision'],
      'previous folder': ['generation', 'id', 'org'],
      'previous team': ['generation', 'id', 'org'],
      'sealed seed': ['credential', 'revision', 'voprf'],
      'team name': ['author', 'generation', 'org', 'revision', 'team', 'under'],
      'team wrap to member': wrap,
    }).flatMap(([kind, fields]) => fields.map((field) => `${kind}: ${field}`)),
  )
})

const manyPairs = 60
test.each(kinds)('P5 S5: nothing of any kind opens at another place that is for a %s', { timeout: 0 }, async (kind) => {
  const places = world.filter((one) => one.kind === kind)
  for (const from of kinds) {
    const pairs = world
      .filter((one) => one.kind === from)
      .flatMap((moved) => places.filter((place) => place !== moved).map((place) => [moved, place] as const))
    const every = Math.ceil(pairs.length / manyPairs)
    for (const [i, [moved, place]] of pairs.entries())
      if (i % every === 0) expect(await transplant(moved, place)).toBeNull()
  }
})
