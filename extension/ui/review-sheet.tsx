import { Minus, Plus, Signature } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { common } from '../words/common.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Truths } from './truths.tsx'
import './review-sheet.css'

/** The most entries of a list; the others are counted. */
const SHOWN = 8

/** Somebody whose access changes, and how: "Équipe Nord · 14 personnes", "Remplir". */
export interface AccessChange {
  readonly who: string
  readonly what: string
}

export interface ReviewSheetProps {
  /** The act, in a few words: "Give Équipe Nord access to Banque du Nord". */
  readonly title: string
  /** Sentences that hold once it is signed. */
  readonly truths: readonly string[]
  /** Whether the act changes access; by default true. */
  readonly reach?: boolean
  readonly gains?: readonly AccessChange[]
  readonly loses?: readonly AccessChange[]
  /** Whoever loses the use of something without losing access, under a title of their own, in the place of the two lists. */
  readonly stops?: { readonly title: string; readonly who: readonly AccessChange[] } | null
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

/** The end of every signed act: what will be true, who gains, who loses; then "Sign". */
export function ReviewSheet(props: ReviewSheetProps) {
  const {
    title,
    truths,
    reach = true,
    gains = [],
    loses = [],
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
      {stops !== null && <Changes title={stops.title} icon={Minus} changes={stops.who} />}
      {reach && stops === null && <Changes title={t.gains} icon={Plus} changes={gains} />}
      {reach && stops === null && <Changes title={t.loses} icon={Minus} changes={loses} />}
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

interface ChangesProps {
  readonly title: string
  readonly icon: typeof Plus
  readonly changes: readonly AccessChange[]
}

function Changes({ title, icon: Icon, changes }: ChangesProps) {
  const t = common()
  return (
    <section class="ui-review">
      <h3>{title}</h3>
      {changes.length === 0 ? (
        <p class="ui-review-nobody">{t.nobody}</p>
      ) : (
        <ul class="ui-review-changes">
          {changes.slice(0, SHOWN).map(({ who, what }) => (
            <li key={who + what}>
              <Icon size={16} aria-hidden="true" />
              <strong>{who}</strong>
              <span>{what}</span>
            </li>
          ))}
          {changes.length > SHOWN && (
            <li>
              <span>{t.andMore(changes.length - SHOWN)}</span>
            </li>
          )}
        </ul>
      )}
    </section>
  )
}
