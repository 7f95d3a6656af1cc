import type { InvitationView } from '../../messages/views.ts'
import { batchWords } from '../../words/batches.ts'
import type { Choice } from '../state/picked-requests.ts'

type ChooseOneProps = { readonly among: Choice; readonly one: InvitationView }

/** The box before an invitation or a request that is one of several for the same act. Nothing where it is the only one. */
export function ChooseOne({ among, one }: ChooseOneProps) {
  if (among.all.value.length < 2 || !among.all.value.includes(one)) return null
  return (
    <input
      type="checkbox"
      aria-label={batchWords().choose(one.name)}
      checked={among.chosen.value.includes(one)}
      onChange={(event) => {
        among.choose(one, event.currentTarget.checked)
      }}
    />
  )
}
