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
import { takeBackWords } from '../../words/take-back.ts'
import { PartList } from '../parts/part-list.tsx'
import { doToEach, letGo, type NotDone } from '../state/picked.ts'
import { kindIcons } from './kind-icons.ts'

type ActOverManyProps = {
  readonly rows: readonly ItemRow[]
  /** Title and verb, by how many logins are left of those that were picked. */
  readonly title: (n: number) => string
  readonly verb: (n: number) => string
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
  const b = takeBackWords()
  const busy = done !== null
  const [taken, setTaken] = useState<readonly string[]>([])
  const chosen = rows.filter(({ item }) => !taken.includes(item))
  const left = failed.length > 0 ? failed.map(({ row }) => row) : chosen
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
      title={title(chosen.length)}
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
              {failed.length > 0 ? common().retry : verb(chosen.length)}
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
          {failed.length < chosen.length && t.others}
        </Banner>
      ) : (
        <>
          {children}
          <PartList
            title={b.logins(chosen.length)}
            filter={b.filterLogins}
            rows={chosen.map(({ item, kind, name, username }) => {
              return { id: item, icon: kindIcons[kind], name, under: username === '' ? null : username }
            })}
            taken={taken.length === 0 ? null : b.loginsTaken(taken.length)}
            busy={busy}
            onTake={({ id }) => {
              setTaken([...taken, id])
            }}
            onPutBack={() => {
              setTaken(taken.slice(0, -1))
            }}
          />
        </>
      )}
      <p class="ui-unseen" role="status">
        {done === null ? '' : t.working(done, left.length)}
      </p>
    </Dialog>
  )
}
