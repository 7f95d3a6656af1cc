import { endpoints } from '../../../shared/protocol/endpoints.ts'
import type { Endpoint } from '../../../shared/protocol/endpoints.ts'
import type { ProblemCode } from '../../../shared/protocol/problem.ts'
import { isNothing } from './components.ts'

type Codes = readonly ProblemCode[]

/** What any request may come to. */
const always: Codes = ['too-many', 'database-down', 'internal']
const ofABody: Codes = ['bad-request', 'too-large']
const ofASession: Codes = [
  ...(['not-signed-in', 'bad-dpop-proof', 'use-dpop-nonce'] as const),
  ...(['credential-revoked', 'not-a-member', 'removed'] as const),
]
const ofATouch: Codes = ['bad-nonce', 'bad-assertion', 'credential-unknown', 'credential-revoked', 'removed']
const ofAnInvitation: Codes = ['invitation-unknown', 'invitation-used', 'invitation-expired']
/** Where the policy asks for the make of keys. */
const ofAMake: Codes = [
  ...(['no-metadata', 'attestation-missing', 'bad-attestation'] as const),
  ...(['key-not-allowed', 'key-unknown', 'key-unsafe'] as const),
]
const ofAnEntry: Codes = ['not-allowed', 'refused', 'conflict', 'stale-folder', 'clock-off', 'over-quota']
const ofARepair: Codes = ['no-org', 'not-allowed', 'refused', 'conflict', 'stale-folder', 'over-quota']

/** What only this endpoint, or few, may come to. */
const own: Readonly<Record<Endpoint, Codes>> = {
  hello: [],
  setupCheck: ['bad-code', 'org-exists'],
  nonce: [],
  invitation: ['bad-request', 'invitation-unknown'],
  enrolBegin: [
    ...(['no-org', 'org-exists', 'bad-code', 'bad-proof', 'bad-nonce', 'bad-assertion'] as const),
    ...['key-already-registered' as const, ...ofAnInvitation, ...ofAMake, ...ofASession],
  ],
  enrolFinish: [
    ...(['not-found', 'org-exists', 'removed', 'bad-proof', 'refused', 'conflict', 'clock-off'] as const),
    ...['key-already-registered' as const, ...ofAnInvitation],
  ],
  evaluate: [...ofATouch, 'credential-dead'],
  session: ['bad-proof', 'removed', 'pending'],
  renew: [],
  endSession: [],
  credentials: [],
  keyUse: ['not-allowed'],
  memberCredentials: ['bad-request', 'not-allowed'],
  attestation: ['not-allowed'],
  revokeCredential: ['not-allowed', 'key-in-use', 'last-key', 'credential-unknown'],
  pinBegin: [...ofATouch, 'credential-dead'],
  pinFinish: ['bad-proof', 'not-found', 'conflict'],
  rotateKeys: [...ofAnEntry, 'bad-proof', 'not-found'],
  shiftKeep: ['shift-over'],
  shiftOpen: [...ofATouch, 'credential-dead', 'shift-over'],
  ledger: ['bad-request'],
  appendLedger: ofAnEntry,
  appendJournal: [...ofAnEntry, 'no-org', 'parts-destroyed'],
  use: ['not-found', 'over-quota'],
  deleted: ['not-allowed', 'over-quota'],
  uses: ['not-allowed'],
  fetch: ['over-quota'],
  seen: ['conflict', 'clock-off'],
  repairLedger: ofARepair,
  repairJournal: ofARepair,
  lacking: [],
  repairObjects: ['not-allowed', 'over-quota'],
  findPerson: ['not-allowed', 'over-quota'],
  eraseProfile: ['not-allowed'],
  joins: ['not-allowed'],
}
/** Who was removed may see that they were. */
const evenIfRemoved: readonly Endpoint[] = ['ledger', 'renew']

/** Returns the codes of all problems that this endpoint may answer with, sorted. Tests of the server hold every answer against it. */
export function problemsOf(name: Endpoint): ProblemCode[] {
  const { open, request } = endpoints[name]
  const session = open ? [] : ofASession.filter((code) => code !== 'removed' || !evenIfRemoved.includes(name))
  return [...new Set([...always, ...(isNothing(request) ? [] : ofABody), ...session, ...own[name]])].sort()
}
