import type { FetchReply } from '../../shared/protocol/sync.ts'

/** One ciphertext in a reply, to be read or replaced in place. */
export type Sealed = { name: string; get(): string; set(blob: string): void }

const field = <K extends string>(name: string, of: { [P in K]: string }, key: K): Sealed => ({
  name: `${name} ${key}`,
  get: () => of[key],
  set: (blob) => void (of[key] = blob as (typeof of)[K]),
})

/** Every ciphertext of a reply: keys, names and parts, each with a name that is its place. */
export const sealedIn = (reply: FetchReply): Sealed[] => [
  ...reply.wraps.map((one) =>
    field(`wrap ${JSON.stringify([one.kind, one.id, one.generation, one.to])}`, one, 'sealed'),
  ),
  ...reply.descriptions.flatMap((one) =>
    one.kind === 'team'
      ? [field(`team ${one.id}`, one, 'sealed'), field(`team ${one.id}`, one, 'sealedUnderTeam')]
      : [field(`folder ${one.id}`, one, 'sealed')],
  ),
  ...reply.journals.flatMap(({ parts }) => parts.map((one) => field(`${one.part} ${one.item}`, one, 'sealed'))),
]
