import { attestationFailuresEn, attestationFailuresFr } from './attestation.ts'
import { deskLimitFailuresEn, deskLimitFailuresFr } from './desk-limits.ts'
import { loginsEn, loginsFr } from './failures-logins.ts'
import { sitesEn, sitesFr } from './failures-sites.ts'
import { importingEn, importingFr } from './failures-importing.ts'
import { failuresEn } from './failures-en.ts'
import { failuresFr } from './failures-fr.ts'
import { generatedEn, generatedFr } from './failures-generated.ts'
import { healthFailuresEn, healthFailuresFr } from './health.ts'
import { sessionEn, sessionFr } from './failures-session.ts'
import { refusalsEn } from './refusals-en.ts'
import { refusalsFr } from './refusals-fr.ts'
import { witnessEn, witnessFr } from './failures-witness.ts'
import { words } from './say.ts'

/** Sentences for the stable failure codes: `what` happened; then what is safe and what to do `next`. */
export const failures = words(
  {
    ...failuresEn,
    ...refusalsEn,
    ...witnessEn,
    ...generatedEn,
    ...deskLimitFailuresEn,
    ...attestationFailuresEn,
    ...loginsEn,
    ...sitesEn,
    ...importingEn,
    ...sessionEn,
    ...healthFailuresEn,
  },
  {
    ...failuresFr,
    ...refusalsFr,
    ...witnessFr,
    ...generatedFr,
    ...deskLimitFailuresFr,
    ...attestationFailuresFr,
    ...loginsFr,
    ...sitesFr,
    ...importingFr,
    ...sessionFr,
    ...healthFailuresFr,
  },
)

/** A failure code that has a sentence of its own. */
export type FailureCode = keyof typeof failures.en

/** Whether a code has a sentence of its own. */
export function isKnown(code: string): code is FailureCode {
  return Object.hasOwn(failures.en, code)
}

/** What to tell a person about a failure, in their language. A code without a sentence of its own gets `unknown`'s. */
export function sayFailure(code: string): { readonly what: string; readonly next: string } {
  return failures()[isKnown(code) ? code : 'unknown']
}
