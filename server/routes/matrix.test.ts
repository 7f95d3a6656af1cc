import { afterAll, beforeAll, expect, test } from 'vitest'
import { endpoints, socketPath } from '../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../shared/protocol/endpoints.ts'
import { problem } from '../../shared/protocol/problem.ts'
import { accountRows } from '../testing/matrix/account-rows.ts'
import { newCast } from '../testing/matrix/cast.ts'
import type { Cast, Player } from '../testing/matrix/cast.ts'
import { openRows } from '../testing/matrix/open-rows.ts'
import { roles } from '../testing/matrix/outcomes.ts'
import type { Case, Outcome, Role, Rows } from '../testing/matrix/outcomes.ts'
import { readRows } from '../testing/matrix/read-rows.ts'
import { rotationRow } from '../testing/matrix/rotation-row.ts'
import { writeRows } from '../testing/matrix/write-rows.ts'

/** Every endpoint has a row: one without is an error of types, and fails the first test. */
const matrix: Rows<Endpoint> = { ...openRows, ...accountRows, ...readRows, ...writeRows, ...rotationRow }

let cast: Cast
beforeAll(async () => void (cast = await newCast()))
afterAll(() => cast.desk.close())

const names = Object.keys(endpoints) as Endpoint[]
const cases = (Object.keys(matrix) as Endpoint[]).flatMap((name) => {
  const { other, more, own } = matrix[name]
  const others: [string, Case][] = other === null ? [] : [['others’', other]]
  return [...others, ...Object.entries(more ?? {}), ['one’s own', own] as const].map(([what, one]) => ({
    name,
    what,
    one,
  }))
})

/** What one person's request comes to. */
async function outcome(name: Endpoint, one: Case, by: Player): Promise<Outcome> {
  const { body = null, token: shown, ...more } = await one.ask(cast, by)
  const token = shown === undefined ? await cast.tokenOf(by) : shown
  const answer = await cast.desk.ask(name, body, { ...more, ...(token === null ? {} : { token }) })
  if (answer.status !== 200) return problem.parse(answer.body).code as Outcome
  const lists: unknown[] = name === 'fetch' || name === 'lacking' ? Object.values(answer.body as object) : []
  return lists.length > 0 && lists.every((list) => Array.isArray(list) && list.length === 0) ? 'nothing' : 'ok'
}

test('every endpoint has its row, and every role its outcome in each', () => {
  expect(Object.keys(matrix).sort()).toEqual([...names].sort())
  for (const { name, what, one } of cases)
    expect([name, what, Object.keys(one.gets).sort()]).toEqual([name, what, [...roles].sort()])
})

test('the server answers at no other address than the endpoints, the page, the socket and /openapi.json', () => {
  const answered = cast.desk.made.app.routes.filter(({ method }) => method !== 'ALL')
  const listed = names.map((name) => `${endpoints[name].method} ${endpoints[name].path}`)
  const pages = ['GET /', 'GET /.cloison/open', 'GET /openapi.json']
  expect(new Set(answered.map(({ method, path }) => `${method} ${path}`))).toEqual(new Set([...listed, ...pages]))
  expect(listed).not.toContain(`GET ${socketPath}`)
})

test.each(cases)('$name: $what, asked for by each role', async ({ name, one }) => {
  const got: Partial<Record<Role, Outcome>> = {}
  for (const role of roles) got[role] = await outcome(name, one, cast.players[role])
  expect(got).toEqual(one.gets)
})
