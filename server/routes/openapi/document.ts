import { nonceHeader, proofHeader } from '../../../shared/protocol/dpop.ts'
import { endpoints, socketPath } from '../../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../../shared/protocol/endpoints.ts'
import { invitationId, memberId } from '../../../shared/protocol/primitives.ts'
import { problem, problemStatus } from '../../../shared/protocol/problem.ts'
import { bodyLimitOf } from '../../middleware/endpoint.ts'
import { componentSchemas, isNothing, refTo } from './components.ts'
import { problemsOf } from './problems.ts'
import { summaries } from './summaries.ts'

/** What stands for `:id` in an address. */
const ids: { readonly [E in Endpoint]?: object } = {
  invitation: refTo(invitationId),
  memberCredentials: refTo(memberId),
}
/** As `ledgerQuery`, whose fields come as text. */
const inQuery: { readonly [E in Endpoint]?: readonly object[] } = {
  ledger: [
    { name: 'from', in: 'query', required: true, schema: { type: 'integer', minimum: 0 } },
    { name: 'mark', in: 'query', schema: { type: 'string', maxLength: 100 } },
  ],
}

const signedIn = { token: [], proof: [] }
/** A further key of one's own is enrolled in a session, any other without. */
const security = (name: Endpoint) => (name === 'enrolBegin' ? [{}, signedIn] : endpoints[name].open ? [] : [signedIn])

function parametersOf(name: Endpoint): object[] {
  const id = ids[name]
  const inPath = id === undefined ? [] : [{ name: 'id', in: 'path', required: true, schema: id }]
  return [...inPath, ...(inQuery[name] ?? [])]
}

function bodyOf(name: Endpoint): object {
  const { request } = endpoints[name]
  if (isNothing(request)) return {}
  const { most, gzip } = bodyLimitOf(name)
  const description = `At most ${most} bytes${gzip ? ', counted unpacked; it may come gzipped (Content-Encoding)' : ''}.`
  return { requestBody: { description, required: true, content: { 'application/json': { schema: refTo(request) } } } }
}

const header = (name: string) => ({ $ref: `#/components/headers/${name}` })

/** The problems of one endpoint, together for each status: a status has one response. */
function problemResponses(name: Endpoint): [string, object][] {
  const codes = problemsOf(name)
  const statuses = [...new Set(codes.map((code) => problemStatus[code]))].sort()
  return statuses.map((status) => {
    const here = codes.filter((code) => problemStatus[code] === status)
    const schema = { allOf: [refTo(problem), { properties: { status: { const: status }, code: { enum: here } } }] }
    const headers = {
      [nonceHeader]: header(nonceHeader),
      ...(status === 429 || status === 503 ? { 'Retry-After': header('Retry-After') } : {}),
      ...(status === 401 ? { 'WWW-Authenticate': header('WWW-Authenticate') } : {}),
    }
    const content = { 'application/problem+json': { schema } }
    return [String(status), { description: `One of: ${here.join(', ')}.`, headers, content }]
  })
}

function operationOf(name: Endpoint): object {
  const success = {
    description: 'What was asked for.',
    headers: { [nonceHeader]: header(nonceHeader) },
    content: { 'application/json': { schema: refTo(endpoints[name].reply) } },
  }
  return {
    operationId: name,
    summary: summaries[name],
    security: security(name),
    parameters: parametersOf(name),
    ...bodyOf(name),
    responses: { 200: success, ...Object.fromEntries(problemResponses(name)) },
  }
}

function pathsOf(): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {}
  const isEndpoint = (name: string): name is Endpoint => name in endpoints
  for (const name of Object.keys(endpoints).filter(isEndpoint)) {
    const { method, path } = endpoints[name]
    const address = path.replace(/:(\w+)/g, '{$1}')
    paths[address] = { ...paths[address], [method.toLowerCase()]: operationOf(name) }
  }
  return paths
}

/**
 * Returns the OpenAPI 3.1 document of the protocol, made from the schemas by which the server parses. Throws where a schema cannot be
 * described (`componentSchemas`).
 */
export const openApiDocument = () => ({
  openapi: '3.1.0',
  info: {
    title: 'Cloison',
    version: '1',
    license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
    description: [
      'The sync server of Cloison. It stores ciphertext and signed entries: what is sealed in them, and who may open it, is decided by',
      `clients. ${socketPath} is a WebSocket, which OpenAPI cannot describe; it sends hints that something is new.`,
    ].join(' '),
  },
  servers: [{ url: '/' }],
  paths: pathsOf(),
  components: {
    schemas: componentSchemas(),
    headers: {
      [nonceHeader]: { description: 'The newest nonce for a proof (RFC 9449, 8.2).', schema: { type: 'string' } },
      'Retry-After': { description: 'In seconds, where waiting helps.', schema: { type: 'integer' } },
      'WWW-Authenticate': {
        description: 'What is wrong with token or proof (RFC 9449, 7.1), where one of them is.',
        schema: { type: 'string' },
      },
    },
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'DPoP',
        description: 'The token of a session, bound to the session’s key (RFC 9449): `Authorization: DPoP TOKEN`.',
      },
      proof: {
        type: 'apiKey',
        in: 'header',
        name: proofHeader,
        description:
          'A JWT (ES256) that the session’s key signed for this one request, with `ath` of the token and the newest nonce of the server.',
      },
    },
  },
})
