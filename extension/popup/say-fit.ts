import type { Fit } from '../messages/match-view.ts'
import { matchWords } from '../words/match.ts'

/** Why a login is offered for the page, or is not, in a sentence. */
export function sayFit(fit: Fit): string {
  const t = matchWords()
  if (fit.is === 'offered') return fit.rule === 'none' ? t.never(fit.scope) : t.offered[fit.rule](fit.scope)
  switch (fit.why) {
    case 'elsewhere':
    case 'other-path':
      return fit.rule === 'none' ? t.never(fit.scope) : t.elsewhere[fit.rule](fit.scope)
    case 'http-page':
      return t.httpPage(fit.scope)
    case 'never':
      return t.never(fit.scope)
    case 'bad-address':
      return t.badAddress(fit.scope)
    case 'no-page':
      return t.noPage
    case 'no-address':
      return t.noAddress
    case 'closed':
      return t.closed
    case 'archived':
      return t.archived
  }
}
