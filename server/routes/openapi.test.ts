import { gunzipSync } from 'node:zlib'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endpoints } from '../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../shared/protocol/endpoints.ts'
import { described } from '../../shared/protocol/primitives.ts'
import * as primitives from '../../shared/protocol/primitives.ts'
import { problemStatus } from '../../shared/protocol/problem.ts'
import { newDesk } from '../testing/desk.ts'
import type { Answer, Desk } from '../testing/desk.ts'
import { openApiDocument } from './openapi/document.ts'
import { openApiPath } from './openapi.ts'
import { problemsOf } from './openapi/problems.ts'

const names = Object.keys(endpoints) as Endpoint[]
let desk: Desk
let answer: Answer
beforeAll(async () => {
  desk = await newDesk()
  answer = await desk.send('GET', openApiPath)
})
afterAll(() => desk.close())

/** How an operation describes the problems of one status. */
type Failing = {
  content: {
    'application/problem+json': { schema: { allOf: [unknown, { properties: { code: { enum: string[] } } }] } }
  }
}

/** The operation that describes an endpoint. */
function operationOf(name: Endpoint) {
  const { method, path } = endpoints[name]
  return answer.body.paths[path.replace(':id', '{id}')]?.[method.toLowerCase()]
}

test('/openapi.json is a valid document of OpenAPI 3.1', async () => {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json'])
  const validator = new Validator()
  expect(await validator.validate(answer.body)).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
})

test('every reference in /openapi.json leads to something in it', () => {
  const references = [...JSON.stringify(answer.body).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to = '']) => to)
  expect(references.length).toBeGreaterThan(100)
  const found = (to: string) =>
    to
      .split('/')
      .slice(1)
      .reduce((at, key) => at?.[key], answer.body)
  expect(references.filter((to) => !to.startsWith('#/') || found(to) === undefined)).toEqual([])
})

test('/openapi.json describes every endpoint and nothing else', () => {
  const operations = Object.entries<Record<string, { operationId: string }>>(answer.body.paths).flatMap(([path, all]) =>
    Object.entries(all).map(([method, { operationId }]) => `${operationId}: ${method.toUpperCase()} ${path}`),
  )
  const listed = names.map(
    (name) => `${name}: ${endpoints[name].method} ${endpoints[name].path.replace(':id', '{id}')}`,
  )
  expect(operations.sort()).toEqual(listed.sort())
})

test.each(names)('/openapi.json says of %s what it takes, what it gives, who may ask and how it fails', (name) => {
  const { open, request } = endpoints[name]
  const operation = operationOf(name)
  expect(operation.requestBody === undefined).toBe(request.safeParse(null).success)
  expect(Object.keys(operation.responses['200'].content)).toEqual(['application/json'])
  const session = { token: [], proof: [] }
  expect(operation.security).toEqual(open ? (name === 'enrolBegin' ? [{}, session] : []) : [session])
  const failures = Object.entries<Failing>(operation.responses).filter(([status]) => status !== '200')
  const said = failures.flatMap(([status, { content }]) =>
    content['application/problem+json'].schema.allOf[1].properties.code.enum.map((code) => [code, Number(status)]),
  )
  expect(Object.fromEntries(said)).toEqual(
    Object.fromEntries(problemsOf(name).map((code) => [code, problemStatus[code]])),
  )
})

test('what our own code checks is described by a pattern, and nothing as anything', () => {
  const { schemas } = answer.body.components
  expect(Object.entries<object>(schemas).filter(([, schema]) => Object.keys(schema).length === 0)).toEqual([])
  expect(JSON.stringify(schemas)).not.toContain('{}')
  const id = 'A'.repeat(21)
  for (const [name, right, wrong] of [
    ['memberId', `${id}Q`, `${id}B`],
    ['hash', `${'A'.repeat(42)}E`, `${'A'.repeat(42)}B`],
    ['signature', `${'A'.repeat(85)}g`, 'A'.repeat(85)],
    ['aaguid', '00000000-0000-0000-0000-00000000000f', '00000000-0000-0000-0000-00000000000F'],
  ] as const) {
    const pattern = new RegExp(schemas[name].pattern, 'u')
    const by = (text: string) => [name, pattern.test(text), primitives[name].safeParse(text).success]
    expect([by(right), by(wrong)]).toEqual([
      [name, true, true],
      [name, false, false],
    ])
  }
  expect(described.get(primitives.blob(3))).toMatchObject({ type: 'string', maxLength: 4 })
})

test('/openapi.json is packed for who takes it so, and the same', async () => {
  const packed = await desk.made.app.request(openApiPath, { headers: { 'accept-encoding': 'br, gzip' } })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  const bytes = Buffer.from(await packed.arrayBuffer())
  expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(answer.body)
  expect(bytes.length).toBeLessThan(20_000)
  for (const accepts of ['gzip;q=0', 'identity', '']) {
    const plain = await desk.made.app.request(openApiPath, { headers: { 'accept-encoding': accepts } })
    expect([accepts, plain.headers.get('content-encoding')]).toEqual([accepts, null])
  }
})

test('/openapi.json counts towards the flood cap of who asks', async () => {
  const small = await newDesk({ database: desk.database, cap: { most: 1, windowMs: 10_000 } })
  const statuses = [await small.send('GET', openApiPath), await small.send('GET', openApiPath)].map(
    ({ status }) => status,
  )
  await small.close()
  expect(statuses).toEqual([200, 429])
})

test('/openapi.json is the same whenever it is made', () => {
  expect(JSON.parse(JSON.stringify(openApiDocument()))).toEqual(answer.body)
})
