import * as z from 'zod/mini'
import {
  attestationReply,
  credentialsReply,
  keyUseReply,
  pinBeginReply,
  pinBeginRequest,
  pinFinishRequest,
  revokeRequest,
  rotateRequest,
  shiftKeepReply,
  shiftKeepRequest,
  shiftOpenReply,
  shiftOpenRequest,
} from './credentials.ts'
import {
  enrolBeginReply,
  enrolBeginRequest,
  enrolFinishReply,
  enrolFinishRequest,
  hello,
  invitationReply,
  joinsReply,
  setupCheckRequest,
} from './enrol.ts'
import {
  appended,
  deletedReply,
  deletedRequest,
  fetchReply,
  fetchRequest,
  journalAppend,
  ledgerAppend,
  ledgerReply,
  useReply,
  useRequest,
  usesReply,
  usesRequest,
} from './sync.ts'
import { evaluateReply, evaluateRequest, nonceReply, nonceRequest, sessionReply, sessionRequest } from './unlock.ts'
import {
  lackingReply,
  lackingRequest,
  repairJournalReply,
  repairJournalRequest,
  repairLedgerRequest,
  repairObjectsReply,
  repairObjectsRequest,
} from './repair.ts'
import { eraseRequest, findReply, findRequest } from './objects.ts'
import { seenReply, seenRequest } from './seen.ts'

const nothing = z.null()

/**
 * Every request there is: who may ask, what goes up, what comes down. Server, clients and tests read this one list. A schema is built
 * when something is first parsed with it (`z.lazy`): a worker that wakes needs few of them.
 */
export const endpoints = {
  hello: { method: 'GET', path: '/api/hello', open: true, request: nothing, reply: hello },
  setupCheck: { method: 'POST', path: '/api/setup/check', open: true, request: setupCheckRequest, reply: nothing },
  nonce: { method: 'POST', path: '/api/nonce', open: true, request: nonceRequest, reply: nonceReply },
  invitation: { method: 'GET', path: '/api/invitation/:id', open: true, request: nothing, reply: invitationReply },
  enrolBegin: {
    method: 'POST',
    path: '/api/enrol/begin',
    open: true,
    request: enrolBeginRequest,
    reply: enrolBeginReply,
  },
  enrolFinish: {
    method: 'POST',
    path: '/api/enrol/finish',
    open: true,
    request: enrolFinishRequest,
    reply: enrolFinishReply,
  },
  evaluate: {
    method: 'POST',
    path: '/api/unlock/evaluate',
    open: true,
    request: evaluateRequest,
    reply: evaluateReply,
  },
  session: { method: 'POST', path: '/api/unlock/session', open: true, request: sessionRequest, reply: sessionReply },
  /** A new token for the session of the old one, expired or not. */
  renew: { method: 'POST', path: '/api/session/renew', open: false, request: nothing, reply: sessionReply },
  endSession: { method: 'POST', path: '/api/session/end', open: false, request: nothing, reply: nothing },
  credentials: { method: 'GET', path: '/api/credentials', open: false, request: nothing, reply: credentialsReply },
  memberCredentials: {
    method: 'GET',
    path: '/api/members/:id/credentials',
    open: false,
    request: nothing,
    reply: credentialsReply,
  },
  keyUse: { method: 'GET', path: '/api/members/keys', open: false, request: nothing, reply: keyUseReply },
  attestation: { method: 'GET', path: '/api/attestation', open: false, request: nothing, reply: attestationReply },
  revokeCredential: {
    method: 'POST',
    path: '/api/credentials/revoke',
    open: false,
    request: revokeRequest,
    reply: nothing,
  },
  pinBegin: { method: 'POST', path: '/api/pin/begin', open: false, request: pinBeginRequest, reply: pinBeginReply },
  pinFinish: { method: 'POST', path: '/api/pin/finish', open: false, request: pinFinishRequest, reply: nothing },
  rotateKeys: { method: 'POST', path: '/api/keys/rotate', open: false, request: rotateRequest, reply: sessionReply },
  shiftKeep: { method: 'POST', path: '/api/shift/keep', open: false, request: shiftKeepRequest, reply: shiftKeepReply },
  shiftOpen: { method: 'POST', path: '/api/shift/open', open: true, request: shiftOpenRequest, reply: shiftOpenReply },
  ledger: { method: 'GET', path: '/api/ledger', open: false, request: nothing, reply: ledgerReply },
  appendLedger: { method: 'POST', path: '/api/ledger', open: false, request: ledgerAppend, reply: appended },
  appendJournal: { method: 'POST', path: '/api/journal', open: false, request: journalAppend, reply: appended },
  use: { method: 'POST', path: '/api/use', open: false, request: useRequest, reply: useReply },
  deleted: { method: 'POST', path: '/api/deleted', open: false, request: deletedRequest, reply: deletedReply },
  uses: { method: 'POST', path: '/api/uses', open: false, request: usesRequest, reply: usesReply },
  fetch: { method: 'POST', path: '/api/fetch', open: false, request: fetchRequest, reply: fetchReply },
  /** Leaves one's own receipt and brings those of others. */
  seen: { method: 'POST', path: '/api/seen', open: false, request: seenRequest, reply: seenReply },
  /** Owners: entries that a server restored from a backup lacks. The other three: every member, after that. */
  repairLedger: {
    method: 'POST',
    path: '/api/repair/ledger',
    open: false,
    request: repairLedgerRequest,
    reply: appended,
  },
  repairJournal: {
    method: 'POST',
    path: '/api/repair/journal',
    open: false,
    request: repairJournalRequest,
    reply: repairJournalReply,
  },
  lacking: { method: 'POST', path: '/api/repair/lacking', open: false, request: lackingRequest, reply: lackingReply },
  repairObjects: {
    method: 'POST',
    path: '/api/repair/objects',
    open: false,
    request: repairObjectsRequest,
    reply: repairObjectsReply,
  },
  /** Who manages a team, of anybody by exact e-mail. */
  findPerson: { method: 'POST', path: '/api/people/find', open: false, request: findRequest, reply: findReply },
  /** Owners, of those who left. */
  eraseProfile: { method: 'POST', path: '/api/people/erase', open: false, request: eraseRequest, reply: nothing },
  joins: { method: 'GET', path: '/api/joins', open: false, request: nothing, reply: joinsReply },
} as const
export type Endpoint = keyof typeof endpoints
/** The WebSocket that pushes hints. */
export const socketPath = '/api/socket'
