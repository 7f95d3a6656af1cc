import { Failure } from '../../../shared/bytes/failure.ts'
import { webOrigin } from '../match/match-rules.ts'

/** Every form that fits this login would send it to another site; `address` names that site as a person reads it. */
export class SendsElsewhere extends Failure {
  readonly address: string

  constructor(href: string) {
    super('sends-elsewhere')
    this.address = webOrigin(href) ?? URL.parse(href)?.protocol ?? href
  }
}
