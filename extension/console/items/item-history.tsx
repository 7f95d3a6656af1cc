import { useState } from 'preact/hooks'
import { ChevronDown, ChevronRight } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import type { Reply } from '../../messages/contract.ts'
import { useAct } from '../../messages/use-act.ts'
import type { ItemFields, ItemRow } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { momentOf } from '../../ui/time.ts'
import { toast } from '../../ui/toast.tsx'
import { historyWords } from '../../words/item-history.ts'
import { Value } from '../parts/value.tsx'
import { choosing, sayKept } from '../state/unsent.ts'

type Past = Reply<'item.history'>['history']

type ItemHistoryProps = {
  readonly row: ItemRow
  readonly fields: ItemFields
  /** How many there are. */
  readonly past: number
  readonly writes: boolean
}

/** The passwords that a login had before: asked of the keeper only when opened, each masked until it is shown, each can be used again. */
export function ItemHistory({ row, fields, past, writes }: ItemHistoryProps) {
  const [shown, setShown] = useState<Past | null>(null)
  const act = useAct()
  const t = historyWords()
  const open = () => {
    act.run(async () => {
      const { history } = await ask('item.history', { folder: row.folder, item: row.item })
      setShown(history)
    })
  }
  // An edit like any other, so that the password which it replaces is kept in turn.
  const useAgain = (password: string) => {
    act.run(async () => {
      const { folder, item, revision } = row
      const change = { folder, item, base: revision, was: fields, fields: { ...fields, password } }
      const { unsent } = await ask('item.save', change)
      setShown(null)
      if (unsent === 'needs-choice') choosing.value = { folder, item }
      else toast(unsent === null ? t.restored : sayKept(unsent))
    })
  }
  return (
    <section class="c-history">
      <Button
        kind="quiet"
        size="small"
        icon={shown === null ? ChevronRight : ChevronDown}
        onClick={() => {
          if (shown === null) open()
          else setShown(null)
        }}
      >
        {t.title(past)}
      </Button>
      {act.failed !== null && <FailureBanner code={act.failed.code} />}
      {shown !== null && (
        <>
          <p class="c-soft">{t.hint}</p>
          <dl class="c-values">
            {shown.map(({ password, until }, at) => (
              <Value key={at} label={t.until(momentOf(until))} value={password} secret>
                {writes && password !== fields.password && (
                  <Button
                    size="small"
                    kind="quiet"
                    disabled={act.busy}
                    onClick={() => {
                      useAgain(password)
                    }}
                  >
                    {t.restore}
                  </Button>
                )}
              </Value>
            ))}
          </dl>
        </>
      )}
    </section>
  )
}
