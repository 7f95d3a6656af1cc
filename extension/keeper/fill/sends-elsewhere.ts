import { Failure } from '../../../shared/bytes/failure.ts'
import { webOrigin } from '../match/match-rules.ts'

/** Wherever this login could be filled, the form would send it to somebody else, whom `address` names as a person reads it. */
export class SendsElsewhere extends Failure {
  readonly address: string

  constructor(href: string) {
    super('sends-elsewhere')
    this.address = webOrigin(href) ?? URL.parse(href)?.protocol ?? href
  }
}
