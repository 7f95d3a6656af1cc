import * as z from 'zod/mini'
import * as credentials from '../../../shared/protocol/credentials.ts'
import * as enrol from '../../../shared/protocol/enrol.ts'
import * as objects from '../../../shared/protocol/objects.ts'
import * as primitives from '../../../shared/protocol/primitives.ts'
import * as problems from '../../../shared/protocol/problem.ts'
import * as repair from '../../../shared/protocol/repair.ts'
import * as seen from '../../../shared/protocol/seen.ts'
import * as sync from '../../../shared/protocol/sync.ts'
import * as unlock from '../../../shared/protocol/unlock.ts'

const { described } = primitives
const place = (name: string) => `#/components/schemas/${name}`

/** Every schema that the protocol exports, by the name it has there; one that has two names keeps the first. */
const named = z.registry<{ id: string }>()
for (const module of [primitives, problems, objects, unlock, sync, credentials, enrol, repair, seen])
  for (const [id, schema] of Object.entries(module))
    if (schema instanceof z.ZodMiniType && !named.has(schema)) named.add(schema, { id })

/**
 * Returns JSON Schemas (2020-12) of the whole protocol, by name. Throws where one holds a type that JSON Schema cannot say and nothing
 * describes (`described`): an address of the protocol is never documented as "anything".
 */
export function componentSchemas(): Record<string, object> {
  const { schemas } = z.toJSONSchema(named, {
    uri: place,
    unrepresentable: ({ zodSchema }) => described.get(zodSchema) ?? 'throw',
    override: ({ zodSchema, jsonSchema }) => void Object.assign(jsonSchema, described.get(zodSchema)),
  })
  // In a document of OpenAPI 3.1 the dialect is said once, and the place of a schema is its name.
  const bare = Object.entries(schemas).map(
    ([id, { $schema: _dialect, $id: _place, ...schema }]) => [id, schema] as const,
  )
  return Object.fromEntries(bare)
}

/** Returns where that schema stands in the document. Throws for a schema that the protocol does not export. */
export function refTo(schema: z.core.$ZodType): { $ref: string } | { type: 'null' } {
  if (isNothing(schema)) return { type: 'null' }
  const id = named.get(schema)?.id
  if (id === undefined) throw new Error('A schema of an endpoint is not exported by the protocol.')
  return { $ref: place(id) }
}

/** Whether a request has no body, or an answer says nothing. */
export const isNothing = (schema: z.core.$ZodType): boolean => schema instanceof z.ZodMiniNull
