/** The requests about FIDO keys and about what a person sets for themselves: a part of the contract. */
import * as z from 'zod/mini'
import { credentialId } from '../../shared/protocol/credentials.ts'
import type { AttestationLook, KeyUse } from '../../shared/protocol/credentials.ts'
import { line, memberId } from '../../shared/protocol/primitives.ts'
import { defineRequest } from './define-request.ts'
import { deskSettings, language } from './settings.ts'
import type { KeyView } from './views.ts'

const nothing = z.null()

export const keyRequests = {
  /** Lists a member's FIDO keys; `member` null: the person's own. */
  'keys.list': defineRequest<KeyView[]>()(z.strictObject({ member: z.nullable(memberId) }), 'console', 'unlock'),
  /** For owners and admins: how many keys each member has, and when they last unlocked, as the server says. */
  'keys.use': defineRequest<KeyUse[]>()(nothing, 'console'),
  /** For owners: how current the server's FIDO metadata is, and how many of the members' keys have a verified model. */
  'keys.attestation': defineRequest<AttestationLook>()(nothing, 'console'),
  /** Failures: key-in-use, last-key, not-allowed. */
  'keys.revoke': defineRequest<null>()(z.strictObject({ member: memberId, credential: credentialId }), 'console'),

  /** Names one of the person's own keys, on this desk; null takes the name away. */
  'settings.name-key': defineRequest<null>()(
    z.strictObject({ credential: credentialId, name: z.nullable(line(100)) }),
    'console',
  ),

  /** Saves what the person sets for themselves on this desk. */
  'settings.save': defineRequest<null>()(deskSettings, 'console'),
  /** Chooses the language of this desk's screens; null: as the browser says. */
  'settings.language': defineRequest<null>()(z.strictObject({ language: z.nullable(language) }), 'console'),
} as const
