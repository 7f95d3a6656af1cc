import { Folder, RotateCcwKey, Users } from 'lucide-preact'
import type { RenewalView } from '../../messages/renewal-view.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { renewalWords } from '../../words/renewals.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { pathTo } from '../state/screens.ts'
import { renewals } from '../state/world.ts'

/** The most rows that are shown. Of a longer list only the count is useful. */
const MOST = 200

/** P7: the folders and teams that wait for a new key, since when, and whose desk can renew it. */
export function RenewalsPane() {
  const t = renewalWords()
  const all = renewals.value
  return (
    <>
      <SectionHead title={t.section} />
      {all.length === 0 ? (
        <EmptyState icon={RotateCcwKey} title={t.noneTitle}>
          {t.noneHint}
        </EmptyState>
      ) : (
        <ul class="c-renewals" aria-label={t.section}>
          {all.slice(0, MOST).map((one) => (
            <Renewal key={one.id} one={one} />
          ))}
          {all.length > MOST && <li class="c-soft">{t.moreRows(all.length - MOST)}</li>}
        </ul>
      )}
    </>
  )
}

function Renewal({ one }: { readonly one: RenewalView }) {
  const t = renewalWords()
  const Icon = one.kind === 'team' ? Users : Folder
  const name = one.name ?? (one.kind === 'team' ? t.unnamedTeam : t.unnamedFolder)
  const to = one.kind === 'team' ? pathTo({ at: 'team', team: one.id }) : pathTo({ at: 'folder', folder: one.id })
  return (
    <li>
      <Icon size={16} aria-hidden="true" />
      <div>
        {one.open ? <a href={`#${to}`}>{name}</a> : <strong>{name}</strong>}
        <span class="c-soft">
          {t.since} <RelativeTime time={one.since} />
        </span>
        <span>{whoRenews(one)}</span>
      </div>
    </li>
  )
}

function whoRenews({ you, names, more }: RenewalView): string {
  const t = renewalWords()
  const all = more > 0 ? [...names, t.others(more)] : names
  const last = all.at(-1)
  if (last === undefined) return you ? t.you : t.nobody
  const said = all.length === 1 ? last : `${all.slice(0, -1).join(', ')} ${t.or} ${last}`
  return you ? t.youOr(said) : t.by(said)
}
