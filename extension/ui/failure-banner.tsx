import type { ComponentChildren } from 'preact'
import { sayFailure } from '../words/failures.ts'
import { Banner } from './banner.tsx'

/** The banner of a failure, by its stable code: what happened, what is safe, what to do next. */
export function FailureBanner({ code, act }: { readonly code: string; readonly act?: ComponentChildren }) {
  const { what, next } = sayFailure(code)
  return (
    <Banner kind="danger" title={what} act={act}>
      {next}
    </Banner>
  )
}
