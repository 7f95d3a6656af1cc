import { signal, type ReadonlySignal } from '@preact/signals'
import { AskFailure } from '../../messages/ask.ts'

/** The stable code of a failure: its own, or `unknown` for what nobody foresaw. */
export const codeOf = (error: unknown): string => (error instanceof AskFailure ? error.code : 'unknown')

export type Run = { state: 'idle' } | { state: 'busy' } | { state: 'failed'; code: string }

export type Act<I> = { run: ReadonlySignal<Run>; start(input: I): Promise<void>; clear(): void }

/** One thing that a person asks for: runs at most once at a time, and keeps the failure for the place of the act. */
export function act<I>(work: (input: I) => Promise<void>): Act<I> {
  const run = signal<Run>({ state: 'idle' })
  return {
    run,
    async start(input) {
      if (run.peek().state === 'busy') return
      run.value = { state: 'busy' }
      try {
        await work(input)
        run.value = { state: 'idle' }
      } catch (error) {
        run.value = { state: 'failed', code: codeOf(error) }
      }
    },
    clear() {
      run.value = { state: 'idle' }
    },
  }
}
