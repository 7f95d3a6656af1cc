import { useState } from 'preact/hooks'
import { Eye, EyeOff } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import type { UnsentLook } from '../../messages/views.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { common } from '../../words/common.ts'
import { itemWords } from '../../words/console-items.ts'
import { unsentWords } from '../../words/console-unsent.ts'
import { ConflictField, type Side } from './conflict-field.tsx'
import { isSecret, labelOf } from '../state/unsent.ts'

type ChooseFieldsProps = {
  readonly question: Extract<UnsentLook['question'], { is: 'both-changed' }>
  /** True when the login was changed again, so that the person has to choose once more. */
  readonly again: boolean
  readonly busy: boolean
  readonly failed: ComponentChildren
  readonly onChoose: (theirs: ReadonlySet<string>) => void
  readonly onClose: () => void
}

/** Two people changed the same fields: shows both versions of each. Nothing is sent until the person has chosen for each field. */
export function ChooseFields({ question, again, busy, failed, onChoose, onClose }: ChooseFieldsProps) {
  const { clashes, taken, by } = question
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map())
  const [shown, setShown] = useState(false)
  const [tried, setTried] = useState(false)
  const t = unsentWords()
  const missing = clashes.filter(({ key }) => !chosen.has(key))
  const save = () => {
    setTried(true)
    if (missing.length > 0) document.querySelector<HTMLElement>('.c-conflict [data-missing] input')?.focus()
    else onChoose(new Set([...chosen].flatMap(([key, side]) => (side === 'theirs' ? [key] : []))))
  }
  return (
    <Dialog
      title={itemWords().conflictTitle}
      size="wide"
      busy={busy}
      onClose={onClose}
      footer={
        <>
          <Button disabled={busy} onClick={onClose}>
            {t.later}
          </Button>
          <Button kind="main" busy={busy ? common().saving : null} onClick={save}>
            {itemWords().saveChosen}
          </Button>
        </>
      }
    >
      {again && <Banner kind="info" title={t.movedOn} />}
      <p>{by === null ? t.bothSomebody : t.both(by)}</p>
      <div class="c-conflict">
        {clashes.map((clash) => (
          <ConflictField
            key={clash.key}
            clash={clash}
            by={by}
            shown={shown}
            chosen={chosen.get(clash.key) ?? null}
            onChoose={(side) => {
              setChosen(new Map(chosen).set(clash.key, side))
            }}
          />
        ))}
      </div>
      {clashes.some(isSecret) && (
        <span>
          <Button
            kind="quiet"
            size="small"
            icon={shown ? EyeOff : Eye}
            onClick={() => {
              setShown(!shown)
            }}
          >
            {shown ? itemWords().hideSecrets : itemWords().showSecrets}
          </Button>
        </span>
      )}
      {taken.length > 0 && (
        <div class="c-together">
          <p class="c-soft">{t.together}</p>
          <ul>
            {taken.map((each) => (
              <li key={each.key}>{each.from === 'mine' ? t.fromMine(labelOf(each)) : t.fromTheirs(labelOf(each))}</li>
            ))}
          </ul>
        </div>
      )}
      {tried && missing.length > 0 && <Banner kind="warn" title={t.chooseEach} />}
      {failed}
    </Dialog>
  )
}
