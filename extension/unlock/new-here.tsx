import { fingerprint } from '../../shared/bytes/fingerprint.ts'
import { Banner } from '../ui/banner.tsx'
import { Fingerprint } from '../ui/fingerprint.tsx'
import { witnessWords } from '../words/witness.ts'

/** On a desk that knows the organisation only from the server: lets the person compare its id until their touch confirms it (P5). */
export function NewHere({ org }: { readonly org: string }) {
  const w = witnessWords()
  return (
    <Banner kind="info" title={w.newHereTitle}>
      {w.newHereNext}
      <div class="sheet-fingerprint">
        <Fingerprint groups={fingerprint(org)} />
      </div>
    </Banner>
  )
}
