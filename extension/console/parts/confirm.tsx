import type { ComponentChildren } from 'preact'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { common } from '../../words/common.ts'
import { useAct } from './use-act.ts'

type ConfirmProps = {
  /** The question. */
  readonly title: string
  /** What will be lost, what stays. */
  readonly children: ComponentChildren
  readonly verb: string
  readonly busy: string
  /** The word that changes nothing; "Cancel" unless told. */
  readonly no?: string | null
  readonly onYes: () => Promise<void>
  readonly onClose: () => void
}

/** Asks once more before something that cannot be undone. */
export function Confirm({ title, children, verb, busy, no = null, onYes, onClose }: ConfirmProps) {
  const work = useAct((_: null) => onYes())
  const run = work.run.value
  const running = run.state === 'busy'
  return (
    <Dialog
      title={title}
      busy={running}
      onClose={onClose}
      footer={
        <>
          <Button disabled={running} onClick={onClose}>
            {no ?? common().cancel}
          </Button>
          <Button kind="danger" busy={running ? busy : null} onClick={() => void work.start(null)}>
            {verb}
          </Button>
        </>
      }
    >
      <p>{children}</p>
      {run.state === 'failed' && <FailureBanner code={run.code} />}
    </Dialog>
  )
}
