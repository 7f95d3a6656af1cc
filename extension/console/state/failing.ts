import { AskFailure } from '../../messages/ask.ts'

/** The stable code of a failure: its own, or `unknown` for what nobody foresaw. */
export const codeOf = (error: unknown): string => (error instanceof AskFailure ? error.code : 'unknown')
