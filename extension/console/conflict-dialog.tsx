import { useState } from 'preact/hooks'
import type { Conflict } from '../messages/contract.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { navigate } from '../ui/router.ts'
import { itemWords } from '../words/console-items.ts'
import { ConflictField } from './conflict-field.tsx'
import { dropDraft, type Draft, type Settled } from './state/drafts.ts'
import { differing, merged, type FieldName } from './state/fields.ts'
import { pathTo } from './state/places.ts'

type ConflictDialogProps = {
  readonly draft: Draft
  readonly conflict: Conflict
  readonly onSettle: (settled: Settled) => void
  readonly onBack: () => void
}

/** The fields that only they have changed: theirs, unless the person says otherwise. */
function untouched(draft: Draft, { fields: theirs }: Conflict): ReadonlySet<FieldName> {
  if (theirs === null) return new Set()
  const mine = new Set(differing(draft.start, draft.fields))
  return new Set(differing(draft.fields, theirs).filter((name) => !mine.has(name)))
}

/** Two people changed one login: both versions stand side by side, and nothing goes until the person has chosen. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { draft, conflict, onSettle, onBack } = props
  const [fromThem, setFromThem] = useState(() => untouched(draft, conflict))
  const [shown, setShown] = useState(false)
  const t = itemWords()
  const { fields: theirs, revision, by } = conflict
  if (theirs === null) return <DeletedDialog {...props} />
  const differ = differing(draft.fields, theirs)
  const takeTheirs = () => {
    if (draft.item !== null) navigate(pathTo.item(draft.folder, draft.item), 'replace')
    dropDraft(draft)
  }
  const mixed = fromThem.size > 0
  return (
    <Dialog
      title={t.conflictTitle}
      size="wide"
      onClose={onBack}
      footer={
        <>
          <Button onClick={takeTheirs}>{t.takeTheirs}</Button>
          <Button
            kind={mixed ? 'plain' : 'main'}
            onClick={() => {
              onSettle({ item: draft.item, base: revision, fields: draft.fields })
            }}
          >
            {t.keepMine}
          </Button>
          {mixed && (
            <Button
              kind="main"
              onClick={() => {
                onSettle({ item: draft.item, base: revision, fields: merged(draft.fields, theirs, fromThem) })
              }}
            >
              {t.saveChosen}
            </Button>
          )}
        </>
      }
    >
      <p>{by === null ? t.conflictBySomebody : t.conflictBy(by)}</p>
      <div class="c-conflict">
        {differ.map((name) => (
          <ConflictField
            key={name}
            name={name}
            mine={draft.fields}
            theirs={theirs}
            by={by}
            shown={shown}
            fromThem={fromThem.has(name)}
            onChoose={(them) => {
              const next = new Set(fromThem)
              if (them) next.add(name)
              else next.delete(name)
              setFromThem(next)
            }}
          />
        ))}
      </div>
      <span>
        <Button
          kind="quiet"
          size="small"
          onClick={() => {
            setShown(!shown)
          }}
        >
          {shown ? t.hideSecrets : t.showSecrets}
        </Button>
      </span>
    </Dialog>
  )
}

function DeletedDialog({ draft, conflict: { by }, onSettle, onBack }: ConflictDialogProps) {
  const t = itemWords()
  return (
    <Dialog
      title={t.deletedTitle}
      onClose={onBack}
      footer={
        <>
          <Button
            onClick={() => {
              navigate(pathTo.folder(draft.folder), 'replace')
              dropDraft(draft)
            }}
          >
            {t.leaveDeleted}
          </Button>
          <Button
            kind="main"
            onClick={() => {
              onSettle({ item: null, base: null, fields: draft.fields })
            }}
          >
            {t.restoreMine}
          </Button>
        </>
      }
    >
      <p>{by === null ? t.conflictDeleted : t.conflictDeletedBy(by)}</p>
    </Dialog>
  )
}
