import type { ComponentChildren } from 'preact'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { common } from '../../words/common.ts'
import { useAct } from '../../messages/use-act.ts'

type ConfirmProps = {
  /** The question. */
  readonly title: string
  /** What will be lost, what stays. */
  readonly children: ComponentChildren
  readonly verb: string
  readonly busy: string
  /** The label of the button that changes nothing; by default "Cancel". */
  readonly no?: string | null
  readonly onYes: () => Promise<void>
  readonly onClose: () => void
}

/** Asks for confirmation before something that cannot be undone. */
export function Confirm({ title, children, verb, busy, no = null, onYes, onClose }: ConfirmProps) {
  const act = useAct()
  return (
    <Dialog
      title={title}
      busy={act.busy}
      onClose={onClose}
      footer={
        <>
          <Button disabled={act.busy} onClick={onClose}>
            {no ?? common().cancel}
          </Button>
          <Button
            kind="danger"
            busy={act.busy ? busy : null}
            onClick={() => {
              act.run(onYes)
            }}
          >
            {verb}
          </Button>
        </>
      }
    >
      <p>{children}</p>
      {act.failed && <FailureBanner code={act.failed.code} />}
    </Dialog>
  )
}
