import { newAttemptId, newInvitationId } from '../../../shared/bytes/ids.ts'
import { randomBytes } from '../../../shared/crypto/random.ts'
import { newAttempt } from '../../store/credentials.ts'
import { newEnrolment } from '../../store/enrolments.ts'
import { keepShiftKey } from '../../store/shift-keys.ts'
import { createTickets } from '../../store/tickets.ts'
import { randomText } from '../desk.ts'
import { beginBody, evaluateBody, joining, newPerson, sessionBody, shiftBody } from '../person.ts'
import { isSignedIn } from './cast.ts'
import type { Cast, Player } from './cast.ts'
import { everybody } from './outcomes.ts'
import type { Outcome, Rows } from './outcomes.ts'

const noBody = () => ({})
const finish = (enrolment: string) => ({
  body: { enrolment, sealedSeed: randomText(200), sealRevision: 1, outcome: { kind: 'further-key' } },
})
const hasKey = ({ role }: Player) => role !== 'stranger'

/** An attempt as an unlock leaves it, of whoever has a key here. */
const attemptOf = ({ desk }: Cast, { key, member }: Player) =>
  newAttempt(desk.database.db, createTickets(desk.secret), { id: key.id, member }, desk.now())

async function begun({ desk, org }: Cast, { member }: Player): Promise<string> {
  const key = {
    credential: randomText(32),
    publicKey: randomText(64),
    counter: 0,
    transports: [],
    aaguid: null,
    attested: false,
  }
  const of = { invitation: null, signKey: null, receiveKey: null, invitationSignature: null }
  const row = { kind: 'further-key' as const, org, member, voprfRandom: randomBytes(32), ...key, ...of }
  return newEnrolment({ db: desk.database.db, tickets: createTickets(desk.secret) }, row, desk.now())
}

const withoutSession: Partial<Record<Player['role'], Outcome>> = { stranger: 'not-signed-in', pending: 'not-signed-in' }
/** A touch of one's own key, by who is enrolled. */
const touched = { stranger: 'credential-unknown', removed: 'removed' } as const

/** The endpoints that take no token. */
export const openRows: Rows<
  'hello' | 'setupCheck' | 'nonce' | 'invitation' | 'enrolBegin' | 'enrolFinish' | 'evaluate' | 'session' | 'shiftOpen'
> = {
  hello: { other: null, own: { ask: noBody, gets: everybody('ok') } },
  setupCheck: {
    other: null,
    own: { ask: () => ({ body: { code: 'AAAA-AAAA-AAAA-AAAA' } }), gets: everybody('org-exists') },
  },
  nonce: { other: null, own: { ask: () => ({ body: { purpose: 'unlock' } }), gets: everybody('ok') } },
  invitation: {
    other: { ask: () => ({ at: newInvitationId() }), gets: everybody('invitation-unknown') },
    own: { ask: ({ code }) => ({ at: code.invitation }), gets: everybody('ok') },
  },
  enrolBegin: {
    other: {
      ask: async ({ desk, org, colleague }) => {
        const person = await newPerson(org, { member: colleague.member })
        return { body: (await beginBody(desk, person, { authority: { kind: 'session' } })).body }
      },
      gets: everybody('bad-request', { ...withoutSession, removed: 'removed' }),
    },
    more: {
      'with an invitation that the newcomer answered': {
        ask: async ({ desk, code }, by) => {
          const person = await newPerson(by.org, { ...by, key: undefined })
          return { body: (await beginBody(desk, person, await joining(person, code))).body, token: null }
        },
        gets: everybody('invitation-used', { pending: 'ok' }),
      },
    },
    own: {
      ask: async ({ desk }, by) => {
        const person = await newPerson(by.org, { ...by, key: undefined })
        return { body: (await beginBody(desk, person, { authority: { kind: 'session' } })).body }
      },
      gets: everybody('ok', { ...withoutSession, removed: 'removed' }),
    },
  },
  enrolFinish: {
    other: { ask: () => finish(randomText(32)), gets: everybody('not-found') },
    own: {
      ask: async (cast, by) => finish(await begun(cast, by)),
      // Begun by the right of a session, which neither of the first two has.
      gets: everybody('ok', { stranger: 'removed', pending: 'removed', removed: 'removed' }),
    },
  },
  evaluate: {
    other: {
      ask: async ({ desk, colleague }, by) => ({
        body: (await evaluateBody(desk, by, { credentialId: colleague.key.id })).body,
      }),
      gets: everybody('bad-assertion'),
    },
    own: {
      ask: async ({ desk }, by) => ({ body: (await evaluateBody(desk, by)).body }),
      gets: everybody('ok', touched),
    },
  },
  session: {
    other: {
      ask: async (cast, by) => ({ body: (await sessionBody(by, await attemptOf(cast, cast.colleague))).body }),
      gets: everybody('bad-proof'),
    },
    own: {
      ask: async (cast, by) => {
        const attempt = hasKey(by) ? await attemptOf(cast, by) : newAttemptId()
        return { body: (await sessionBody(by, attempt)).body }
      },
      gets: everybody('ok', { stranger: 'bad-proof', pending: 'pending', removed: 'removed' }),
    },
  },
  shiftOpen: {
    other: {
      ask: async ({ desk, colleague }, by) => ({ body: await shiftBody(desk, by, { credentialId: colleague.key.id }) }),
      gets: everybody('bad-assertion'),
    },
    own: {
      ask: async ({ desk }, by) => {
        const of = { credential: by.key.id, key: randomText(32), startedAt: desk.now() }
        if (isSignedIn(by)) await keepShiftKey(desk.database.db, of, 8)
        return { body: await shiftBody(desk, by) }
      },
      gets: everybody('ok', { ...touched, pending: 'shift-over' }),
    },
  },
}
