import type { LucideIcon } from 'lucide-preact'
import { useMemo, useState } from 'preact/hooks'
import { common } from '../words/common.ts'
import { manyWords } from '../words/console-many.ts'
import { foldOnce, holdsWords } from './fold.ts'
import { List } from './list.tsx'
import { RowText } from './row-text.tsx'
import { SearchField } from './search-field.tsx'
import './access-changes.css'

/** Somebody whose access changes, and how: "Inès Martin", "Fill on Banque". `id` is of this line alone. */
export interface AccessChange {
  readonly id: string
  readonly who: string
  readonly what: string
}

/** Whose access changes: a line for each change, and how many people that is, each once. Those without a name are only counted. */
export interface Changes {
  readonly people: number
  readonly unnamed: number
  readonly lines: readonly AccessChange[]
}

/** The most lines that are read at a glance; from the next one on the list is searched, and only the rows in sight are drawn. */
const FEW = 8

type AccessChangesProps = {
  readonly title: string
  readonly icon: LucideIcon
  readonly changes: Changes
  /** Whether a long list is opened only when it is asked for. */
  readonly folded?: boolean
}

/** One list of the review sheet under its title: who, and what changes for them. */
export function AccessChanges({
  title,
  icon,
  changes: { people, unnamed, lines },
  folded = false,
}: AccessChangesProps) {
  if (folded && lines.length > FEW)
    return (
      <details class="ui-review">
        <summary>{title}</summary>
        <Many title={title} icon={icon} lines={lines} />
        <Unnamed count={unnamed} />
      </details>
    )
  return (
    <section class="ui-review" aria-label={title}>
      <h3>{title}</h3>
      {people === 0 ? (
        <p class="ui-review-nobody">{common().nobody}</p>
      ) : lines.length > FEW ? (
        <Many title={title} icon={icon} lines={lines} />
      ) : (
        lines.length > 0 && <Few icon={icon} lines={lines} />
      )}
      <Unnamed count={unnamed} />
    </section>
  )
}

const Unnamed = ({ count }: { readonly count: number }) =>
  count === 0 ? null : <p class="ui-review-nobody">{manyWords().unnamed(count)}</p>

type LinesProps = { readonly icon: LucideIcon; readonly lines: readonly AccessChange[] }

function Few({ icon: Icon, lines }: LinesProps) {
  return (
    <ul class="ui-review-changes">
      {lines.map(({ id, who, what }) => (
        <li key={id}>
          <Icon size={16} aria-hidden="true" />
          <strong>{who}</strong>
          <span>{what}</span>
        </li>
      ))}
    </ul>
  )
}

function Many({ title, icon, lines }: LinesProps & { readonly title: string }) {
  const [typed, setTyped] = useState('')
  const folded = useMemo(() => foldOnce(({ who, what }: AccessChange) => `${who} ${what}`), [])
  const found = useMemo(() => {
    const holds = holdsWords(typed)
    return lines.filter((line) => holds(folded(line)))
  }, [lines, typed])
  return (
    <>
      <SearchField
        label={manyWords().find(title)}
        placeholder={manyWords().findPerson}
        value={typed}
        onInput={setTyped}
      />
      <p class={found.length === 0 ? 'ui-review-nobody' : 'ui-unseen'} role="status">
        {typed === '' ? '' : common().results(found.length)}
      </p>
      {found.length > 0 && (
        <div class="ui-review-rows" style={{ '--rows': Math.min(found.length, 5) }}>
          <List
            label={title}
            rows={found}
            idOf={({ id }) => id}
            onEnter={() => undefined}
            render={({ who, what }) => <RowText icon={icon} name={who} under={what} />}
          />
        </div>
      )}
    </>
  )
}
