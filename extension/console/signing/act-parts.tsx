import { useMemo } from 'preact/hooks'
import { User } from 'lucide-preact'
import type { Intent } from '../../messages/intent.ts'
import { accessWords } from '../../words/access.ts'
import { batchWords } from '../../words/batches.ts'
import { peopleWords } from '../../words/console-people.ts'
import { takeBackWords } from '../../words/take-back.ts'
import { partsOf, type Part } from '../state/act-parts.ts'
import { foundPeople } from '../state/found-people.ts'
import { PartList } from '../parts/part-list.tsx'
import { putBack, takeBack, takenBack } from '../state/sheet.ts'
import { invitations, personAt, teamAt } from '../state/world.ts'

/** Who a part is; of a newcomer also the teams that they get. */
function sayPart(intent: Intent, part: Part): { name: string; under: string | null } {
  const t = peopleWords()
  const isInvited = intent.do === 'approve-many' || intent.do === 'cancel-invitations'
  const invited = isInvited ? invitations.value.find(({ invitation }) => invitation === part) : undefined
  if (invited !== undefined) {
    const b = batchWords()
    const teams = invited.teams.map((team) => teamAt(team)?.name ?? accessWords().aTeam).join(', ')
    const joins = intent.do === 'approve-many' ? [teams === '' ? b.noTeam : b.joins(teams)] : []
    return { name: invited.name === '' ? t.unnamed : invited.name, under: [invited.email, ...joins].join(' · ') }
  }
  const { name, email } = personAt(part) ??
    [...foundPeople.value.values()].find(({ member }) => member === part) ?? { name: null, email: null }
  return { name: name ?? t.unnamed, under: email }
}

/** The people in an act of several: each can be taken back before it is signed, and the last one put back again. */
export function ActParts({ intent, busy }: { readonly intent: Intent; readonly busy: boolean }) {
  const t = takeBackWords()
  const rows = useMemo(() => partsOf(intent).map((id) => ({ id, icon: User, ...sayPart(intent, id) })), [intent])
  const taken = takenBack.value.length
  return (
    <PartList
      title={t.parts(rows.length)}
      filter={t.filter}
      rows={rows}
      taken={taken === 0 ? null : t.takenBack(taken)}
      busy={busy}
      onTake={({ id }) => void takeBack(id)}
      onPutBack={() => void putBack()}
    />
  )
}
