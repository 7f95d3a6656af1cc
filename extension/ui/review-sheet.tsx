import { Equal, Minus, Plus, Signature } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { common } from '../words/common.ts'
import { manyWords } from '../words/console-many.ts'
import { AccessChanges, type Changes } from './access-changes.tsx'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Truths } from './truths.tsx'
import './review-sheet.css'

export interface ReviewSheetProps {
  /** The act, in a few words: "Give Équipe Nord access to Banque du Nord". */
  readonly title: string
  /** Sentences that hold once it is signed. */
  readonly truths: readonly string[]
  /** Whether the act changes access; by default true. */
  readonly reach?: boolean
  readonly gains?: Changes
  readonly loses?: Changes
  /** Whoever has already what the act gives, or keeps what it looks as if it took, under a title that says which. */
  readonly keeps?: { readonly title: string; readonly who: Changes } | null
  /** Whoever loses the use of something without losing access, under a title of their own, in the place of the two lists. */
  readonly stops?: { readonly title: string; readonly who: Changes } | null
  /** The independent parts of an act of several, each to be taken back. */
  readonly parts?: ComponentChildren
  /** Whether the act cannot be undone by whoever signs it alone: its button looks so. */
  readonly danger?: boolean
  /** What to weigh before signing. */
  readonly warnings?: readonly string[]
  /** A note on what happens next. */
  readonly note?: string | null
  /** The verb of the button; by default "Sign". */
  readonly verb?: string | null
  /** The label while it runs, for an act that deletes for good and signs nothing. */
  readonly deleting?: string | null
  /** Why the last try failed. */
  readonly error?: { readonly what: string; readonly next: string } | null
  readonly signing?: boolean
  readonly onSign: () => void
  readonly onCancel: () => void
}

const NOBODY: Changes = { people: 0, unnamed: 0, lines: [] }

/** The end of every signed act: what will be true, who gains, who loses, who keeps; then "Sign". */
export function ReviewSheet(props: ReviewSheetProps) {
  const {
    title,
    truths,
    reach = true,
    gains = NOBODY,
    loses = NOBODY,
    keeps = null,
    stops = null,
    parts = null,
    danger = false,
    warnings = [],
    note = null,
    verb = null,
    deleting = null,
    error,
    signing = false,
    onSign,
    onCancel,
  } = props
  const t = common()
  const m = manyWords()
  return (
    <Dialog
      title={title}
      busy={signing}
      onClose={onCancel}
      footer={
        <>
          <Button disabled={signing} onClick={onCancel}>
            {t.cancel}
          </Button>
          {deleting === null ? (
            <Button
              kind={danger ? 'danger' : 'main'}
              icon={Signature}
              busy={signing ? t.signing : null}
              onClick={onSign}
            >
              {verb ?? t.sign}
            </Button>
          ) : (
            <Button kind="danger" busy={signing ? deleting : null} onClick={onSign}>
              {verb}
            </Button>
          )}
        </>
      }
    >
      <Truths truths={truths} />
      {parts}
      {stops !== null && <AccessChanges title={stops.title} icon={Minus} changes={stops.who} />}
      {reach && stops === null && (
        <>
          <AccessChanges title={gains.people === 0 ? t.gains : m.gains(gains.people)} icon={Plus} changes={gains} />
          <AccessChanges title={loses.people === 0 ? t.loses : m.loses(loses.people)} icon={Minus} changes={loses} />
        </>
      )}
      {keeps !== null && <AccessChanges title={keeps.title} icon={Equal} changes={keeps.who} folded />}
      {warnings.map((warning) => (
        <Banner key={warning} kind="warn" title={warning} />
      ))}
      {note !== null && <Banner kind="info" title={note} />}
      {error && (
        <Banner kind="danger" title={error.what}>
          {error.next}
        </Banner>
      )}
    </Dialog>
  )
}
