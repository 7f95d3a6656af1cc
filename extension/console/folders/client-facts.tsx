import { ShieldAlert } from 'lucide-preact'
import type { FolderView } from '../../messages/views.ts'
import { Badge } from '../../ui/badge.tsx'
import { dayOf } from '../../ui/time.ts'
import { aboutWords } from '../../words/about-client.ts'
import { ClientCounts } from './client-counts.tsx'
import { Fact } from './fact.tsx'
import { isDescribed } from '../state/clients.ts'
import { dayEnd, dayStart } from '../state/dates.ts'
import './client-facts.css'

/** "from 1 January 2026 to 31 December 2026"; null for a contract without dates. */
function sayContract(start: string, end: string): string | null {
  const t = aboutWords()
  const [first, last] = [dayStart(start), dayStart(end)]
  if (first === null) return last === null ? null : t.until(dayOf(last))
  return last === null ? t.since(dayOf(first)) : t.between(dayOf(first), dayOf(last))
}

/** What the folder says of its client, under the title; nothing where nothing was written down. */
export function ClientFacts({ folder }: { readonly folder: FolderView }) {
  const { about } = folder
  if (!isDescribed(about)) return null
  const t = aboutWords()
  const contract = sayContract(about.start, about.end)
  const isOver = (dayEnd(about.end) ?? Infinity) <= Date.now()
  return (
    <div class="c-client-facts">
      {about.sensitive && (
        <Badge kind="warn" icon={ShieldAlert}>
          {t.sensitive}
        </Badge>
      )}
      <dl>
        {contract !== null && (
          <Fact label={t.contract}>
            {contract}
            {isOver && <span class="c-wrong"> {t.over}</span>}
          </Fact>
        )}
        {about.contact !== '' && <Fact label={t.contact}>{about.contact}</Fact>}
        {about.channels.length > 0 && <Fact label={t.channels}>{about.channels.join(', ')}</Fact>}
        <ClientCounts folder={folder} />
      </dl>
    </div>
  )
}
