import { useEffect, useState } from 'preact/hooks'
import { newItemId } from '../../../shared/bytes/ids.ts'
import { ask } from '../../messages/ask.ts'
import type { Input } from '../../messages/contract.ts'
import type { UnsentLook } from '../../messages/views.ts'
import { useAct } from '../../messages/use-act.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { navigate } from '../../ui/router.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { toast } from '../../ui/toast.tsx'
import { common } from '../../words/common.ts'
import { itemWords } from '../../words/console-items.ts'
import { unsentWords } from '../../words/console-unsent.ts'
import { ChooseFields } from './choose-fields.tsx'
import type { FolderId, ItemId } from '../state/ids.ts'
import { pathTo } from '../state/screens.ts'
import { choosing, sayKept } from '../state/unsent.ts'
import { useUnsentLook } from './use-unsent-look.ts'

/** The dialog in which the person resolves the conflict of an edit; drawn above any screen. */
export function ChoiceDialog() {
  const now = choosing.value
  return now === null ? null : <Choice key={now.item} {...now} />
}

type Asked = NonNullable<UnsentLook['question']>
const close = () => {
  choosing.value = null
}

function Choice({ folder, item }: { readonly folder: FolderId; readonly item: ItemId }) {
  const [asked, setAsked] = useState(0)
  const now = useUnsentLook(folder, item, String(asked))
  const t = unsentWords()
  const settling = useAct()
  const settle = (choice: Input<'unsent.settle'>) => {
    settling.run(async () => {
      const saved = await ask('unsent.settle', choice)
      // The login was changed again meanwhile: show the newest versions.
      if (saved.unsent === 'needs-choice') return setAsked(asked + 1)
      close()
      const deleted = choice.as === 'chosen' && saved.revision > 0 && question?.is === 'i-delete'
      navigate(deleted ? pathTo({ at: 'folder', folder }) : pathTo({ at: 'item', folder, item: saved.item }), 'replace')
      toast(saved.unsent === null ? (deleted ? itemWords().deleted : common().saved) : sayKept(saved.unsent))
    })
  }
  const discarding = useAct()
  const discard = () => {
    discarding.run(async () => {
      await ask('unsent.discard', { folder, item })
      close()
      if (question?.is === 'they-deleted') navigate(pathTo({ at: 'folder', folder }), 'replace')
      toast(t.discarded)
    })
  }
  const question: Asked | null = now.state === 'open' ? now.look.question : null
  const settled = now.state === 'open' && question === null
  useEffect(() => {
    // The edit was sent or dropped meanwhile, perhaps from another window.
    if (settled || (now.state === 'failed' && now.code === 'unknown-item')) close()
  }, [settled, now])
  const busy = settling.busy || discarding.busy
  const failure = settling.failed ?? discarding.failed ?? (now.state === 'failed' ? now : null)
  const failed = failure !== null && <FailureBanner code={failure.code} />

  switch (question?.is) {
    case undefined:
      return (
        <Dialog title={itemWords().conflictTitle} onClose={close}>
          {failed || <Skeleton />}
        </Dialog>
      )
    case 'both-changed':
      return (
        <ChooseFields
          key={question.revision}
          question={question}
          again={asked > 0}
          busy={busy}
          failed={failed}
          onChoose={(theirs) =>
            settle({ as: 'chosen', folder, item, revision: question.revision, theirs: [...theirs] })
          }
          onClose={close}
        />
      )
    case 'they-deleted':
      return (
        <TwoWays
          title={itemWords().deletedTitle}
          says={question.by === null ? itemWords().conflictDeleted : itemWords().conflictDeletedBy(question.by)}
          leave={itemWords().leaveDeleted}
          go={itemWords().restoreMine}
          busy={busy}
          failed={failed}
          onLeave={discard}
          onGo={() => {
            settle({ as: 'new', folder, item, fresh: newItemId() })
          }}
        />
      )
    case 'i-delete':
      return (
        <TwoWays
          title={t.theyChangedTitle}
          says={question.by === null ? t.theyChangedSomebody : t.theyChanged(question.by)}
          leave={t.keepLogin}
          go={t.deleteThough}
          danger
          busy={busy}
          failed={failed}
          onLeave={discard}
          onGo={() => {
            settle({ as: 'chosen', folder, item, revision: question.revision, theirs: [] })
          }}
        />
      )
  }
}

type TwoWaysProps = {
  readonly title: string
  readonly says: string
  readonly leave: string
  readonly go: string
  readonly danger?: boolean
  readonly busy: boolean
  readonly failed: preact.ComponentChildren
  readonly onLeave: () => void
  readonly onGo: () => void
}

/** One person deleted the login, the other changed it: asks which of the two holds. */
function TwoWays({ title, says, leave, go, danger = false, busy, failed, onLeave, onGo }: TwoWaysProps) {
  return (
    <Dialog
      title={title}
      busy={busy}
      onClose={close}
      footer={
        <>
          <Button disabled={busy} onClick={onLeave}>
            {leave}
          </Button>
          <Button kind={danger ? 'danger' : 'main'} busy={busy ? common().saving : null} onClick={onGo}>
            {go}
          </Button>
        </>
      }
    >
      <p>{says}</p>
      {failed}
    </Dialog>
  )
}
