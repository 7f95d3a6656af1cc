import { common } from '../words/common.ts'
import './review-sheet.css'

/** Sentences that will hold once something is signed. */
export function Truths({ truths }: { readonly truths: readonly string[] }) {
  return (
    <section class="ui-review">
      <h3>{common().willBeTrue}</h3>
      <ul class="ui-review-truths">
        {truths.map((truth) => (
          <li key={truth}>{truth}</li>
        ))}
      </ul>
    </section>
  )
}
