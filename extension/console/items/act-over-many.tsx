import { useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import type { ItemRow } from '../../messages/views.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { common } from '../../words/common.ts'
import { manyWords } from '../../words/console-many.ts'
import { sayFailure } from '../../words/failures.ts'
import { doToEach, letGo, type NotDone } from '../state/picked.ts'

type ActOverManyProps = {
  readonly rows: readonly ItemRow[]
  readonly title: string
  readonly verb: string
  readonly danger?: boolean
  /** False while something is still to be chosen. */
  readonly ready?: boolean
  /** What is done to each. Returns the code of why it waits on this device, or null. */
  readonly work: (row: ItemRow) => Promise<string | null>
  readonly sayDone: (n: number) => string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** One act over some logins, one after the other: how far it is, and for which it failed and why. Those can be tried again alone. */
export function ActOverMany(props: ActOverManyProps) {
  const { rows, title, verb, danger = false, ready = true, work, sayDone, onClose, children } = props
  const [done, setDone] = useState<number | null>(null)
  const [failed, setFailed] = useState<readonly NotDone[]>([])
  const t = manyWords()
  const busy = done !== null
  const left = failed.length > 0 ? failed.map(({ row }) => row) : rows
  const run = async () => {
    let waits = false
    setDone(0)
    const notDone = await doToEach(
      left,
      async (row) => {
        waits = (await work(row)) !== null || waits
      },
      setDone,
    )
    setDone(null)
    setFailed(notDone)
    if (notDone.length < left.length) toast([sayDone(left.length - notDone.length), waits ? t.waits : ''].join('. '))
    if (notDone.length > 0) return
    letGo()
    onClose()
  }
  return (
    <Dialog
      title={title}
      busy={busy}
      onClose={onClose}
      footer={
        <>
          <Button disabled={busy} onClick={onClose}>
            {failed.length > 0 ? common().close : common().cancel}
          </Button>
          {ready && (
            <Button
              kind={danger ? 'danger' : 'main'}
              busy={done === null ? null : t.working(done, left.length)}
              onClick={() => void run()}
            >
              {failed.length > 0 ? common().retry : verb}
            </Button>
          )}
        </>
      }
    >
      {failed.length > 0 ? (
        <Banner kind="danger" title={t.notDone(failed.length)}>
          <ul>
            {failed.slice(0, 20).map(({ row, code }) => (
              <li key={row.item}>
                <strong>{row.name}</strong>: {sayFailure(code).what}
              </li>
            ))}
          </ul>
          {failed.length < rows.length && t.others}
        </Banner>
      ) : (
        children
      )}
      <p class="ui-unseen" role="status">
        {done === null ? '' : t.working(done, left.length)}
      </p>
    </Dialog>
  )
}
