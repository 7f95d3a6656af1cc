/** Lies about the answers of one endpoint that need not know what they mean. */
import type { Endpoint } from '../../shared/protocol/endpoints.ts'
import { answering, cut, replaying } from './attacks.ts'
import { fieldsIn, operations, struckField } from './mutations.ts'
import type { Attack, Exchange } from './proxy.ts'
import { isWhole, seed } from '../../shared/testing/whole.ts'

/** Lies about the whole of an answer stand first. */
export const WHOLES = 7
export type Lie = { what: string; attack: Attack }
/** So many operations on each field in one whole run: all of them on all fields would take days. */
const DRAWN = 3
/** Every lie about one endpoint's answers: of whole answers, then of each field by each operation. */
export function liesFor(endpoint: Endpoint, honest: Exchange, theirs: Exchange, foreign: Exchange): Lie[] {
  const text = String(honest.answer.body)
  const half = Math.floor(text.length / 2)
  const internal = { type: 'about:blank', title: 'internal', status: 500, code: 'internal' }
  const whole: Lie[] = [
    { what: 'not carried out', attack: answering(endpoint, 500, internal) },
    { what: 'carried out, and said not to be', attack: answering(endpoint, 500, internal, true) },
    { what: 'carried out, and the answer lost', attack: cut(endpoint, 0) },
    { what: 'cut half-way', attack: cut(endpoint, half) },
    { what: 'another member’s', attack: replaying(endpoint, theirs) },
    { what: 'another org’s', attack: replaying(endpoint, foreign) },
    { what: 'an earlier one', attack: replaying(endpoint, honest) },
  ]
  const fields = text === '' ? [] : fieldsIn(text)
  const bent = fields.flatMap((field, i) =>
    operations.map((operation, j) => ({
      what: `${field} ${operation}`,
      attack: striking(endpoint, (body) => struckField(body, field, operation, ((i * 7 + j * 3) % 10) / 10)),
    })),
  )
  return [...whole, ...bent]
}

/** Whatever this endpoint answers, a refusal too. */
const striking =
  (endpoint: Endpoint, change: (body: string) => string): Attack =>
  async (sent, pass) => {
    const answer = await pass()
    if (sent.endpoint !== endpoint || answer.body.length === 0) return answer
    return { ...answer, body: Buffer.from(change(String(answer.body))) }
  }

/**
 * In the whole run: every whole answer, and every field by operations drawn for it, others by each seed. Within the suite: two whole
 * answers and two fields, others for each endpoint.
 */
export function someOf(lies: Lie[], turn: number): Lie[] {
  if (isWhole)
    return lies.filter(
      (_, at) =>
        at < WHOLES || isDrawn(Math.floor((at - WHOLES) / operations.length), (at - WHOLES) % operations.length),
    )
  const [whole, bent] = [lies.slice(0, WHOLES), lies.slice(WHOLES)]
  const step = Math.floor(bent.length / 2) | 1
  const fields = bent.length === 0 ? [] : [0, 1].map((i) => bent[(turn * 5 + i * step) % bent.length])
  return [whole[turn % WHOLES], whole[(turn + 3) % WHOLES], ...fields].filter((one) => one !== undefined)
}

/** Seventeen seeds that follow each other draw every operation for every field. */
const isDrawn = (field: number, operation: number): boolean =>
  Array.from({ length: DRAWN }, (_, turn) => (seed + field * 5 + turn * 6) % operations.length).includes(operation)
