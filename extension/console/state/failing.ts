import { Failure } from '../../../shared/bytes/failure.ts'
import { AskFailure } from '../../messages/ask.ts'

/** The stable code of a failure: its own, or `unknown` for what nobody foresaw. */
export const codeOf = (error: unknown): string => (error instanceof AskFailure ? error.code : 'unknown')

/** As `codeOf`, also of what this page's own code throws. */
export const codeOfThrown = (error: unknown): string => (error instanceof Failure ? error.code : codeOf(error))
