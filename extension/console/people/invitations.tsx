import { Mail } from 'lucide-preact'
import { Badge } from '../../ui/badge.tsx'
import { RowText } from '../../ui/row-text.tsx'
import { dayOf } from '../../ui/time.ts'
import { common } from '../../words/common.ts'
import { peopleWords } from '../../words/console-people.ts'
import { invitations } from '../state/world.ts'

/** People who were invited and have not joined yet. */
export function Invitations() {
  const t = peopleWords()
  const waiting = invitations.value.filter((each) => each.state !== 'asked')
  if (waiting.length === 0) return null
  return (
    <section class="c-invitations" aria-label={t.pending}>
      <h2>{t.pending}</h2>
      <ul class="c-grants">
        {waiting.map(({ invitation, name, expires, state }) => (
          <li key={invitation}>
            <span class="c-who">
              <RowText
                icon={Mail}
                name={name}
                under={state === 'expired' ? t.ended(dayOf(expires)) : t.until(dayOf(expires))}
              />
            </span>
            <Badge>{state === 'expired' ? common().states.expired : common().states.invited}</Badge>
          </li>
        ))}
      </ul>
    </section>
  )
}
