import { SearchX } from 'lucide-preact'
import { useEffect, useId, useMemo, useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { FoundLogin } from '../../messages/found-login.ts'
import { useAct } from '../../messages/use-act.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { findBest, type Among } from '../../ui/find-best.ts'
import { List } from '../../ui/list.tsx'
import { RowText } from '../../ui/row-text.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useActiveRow } from '../../ui/use-active-row.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { findingWords } from '../../words/finding.ts'
import { finding } from '../state/finding.ts'
import { archivedThings, everything, typesRemoval, type Hit } from './palette-rows.ts'
import './palette.css'

/** The most hits that are listed; the others are counted, and found by typing more. */
const MOST = 50

/** Ctrl+K from anywhere: one search over folders, logins, people, teams and acts. */
export function Palette() {
  useHotkeys({
    'mod+k': () => {
      finding.value = true
    },
  })
  if (!finding.value) return null
  return (
    <FindDialog
      onClose={() => {
        finding.value = false
      }}
    />
  )
}

/** What is archived comes after all else, however well its name fits. */
function findInTurn(
  [first, then]: readonly [Among<Hit>[], Among<Hit>[]],
  typed: string,
): { hits: Hit[]; more: number } {
  const found = findBest(first, typed, MOST)
  const away = findBest(then, typed, MOST)
  const hits = [...found.hits, ...away.hits].slice(0, MOST)
  return { hits, more: found.hits.length + found.more + away.hits.length + away.more - hits.length }
}

function FindDialog({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [logins, setLogins] = useState<readonly FoundLogin[] | null>(null)
  const reading = useAct()
  const list = useId()
  const t = findingWords()
  // Asked for each time, and forgotten with the dialog: the page keeps no list of all logins.
  useEffect(() => {
    reading.run(async () => {
      setLogins(await ask('logins.find', null))
    })
  }, [])
  const removes = typesRemoval(typed)
  const all = useMemo(() => [everything(logins, removes), archivedThings(logins)] as const, [logins, removes])
  const { hits, more } = useMemo(() => findInTurn(all, typed), [all, typed])
  const take = (id: string) => {
    const hit = hits.find((one) => one.id === id)
    if (hit === undefined) return
    onClose()
    hit.run()
  }
  const active = useActiveRow(
    hits.map(({ id }) => id),
    take,
  )
  return (
    <Dialog title={t.find} size="wide" onClose={onClose}>
      <SearchField
        label={t.findHint}
        value={typed}
        autoFocus
        controls={list}
        active={active.active}
        onInput={setTyped}
        onKeyDown={active.onKeyDown}
      />
      {reading.failed !== null && <FailureBanner code={reading.failed.code} />}
      {hits.length === 0 ? (
        <EmptyState icon={SearchX} title={t.nothing(typed)}>
          {t.nothingHint}
        </EmptyState>
      ) : (
        <div class="c-palette-rows">
          <List
            id={list}
            label={t.results}
            rows={hits}
            active={active}
            idOf={({ id }) => id}
            render={({ name, under, icon, kind }) => (
              <RowText name={name} under={under} icon={icon}>
                <span class="c-soft">{kind}</span>
              </RowText>
            )}
            onEnter={({ id }) => {
              take(id)
            }}
          />
        </div>
      )}
      <p class="c-soft" role="status">
        {logins === null && reading.failed === null ? t.reading : more > 0 ? t.more(more) : ''}
      </p>
    </Dialog>
  )
}
