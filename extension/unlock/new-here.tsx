import { fingerprint } from '../../shared/bytes/fingerprint.ts'
import { Banner } from '../ui/banner.tsx'
import { Fingerprint } from '../ui/fingerprint.tsx'
import { witnessWords } from '../words/witness.ts'

/** A desk that knows its org only by what the server says: the person can compare it, until their touch confirms it (P5). */
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
