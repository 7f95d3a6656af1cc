import { useState } from 'preact/hooks'
import { Scale } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import type { UnsentLook, UnsentRow } from '../../messages/views.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { navigate } from '../../ui/router.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { toast } from '../../ui/toast.tsx'
import { unsentWords } from '../../words/console-unsent.ts'
import { Confirm } from '../parts/confirm.tsx'
import { DetailHead } from '../parts/detail-head.tsx'
import { pathTo } from '../state/screens.ts'
import { choosing, isSecret, labelOf, sayWaiting, textOf } from '../state/unsent.ts'
import { useAct } from '../../messages/use-act.ts'
import { useUnsentLook } from './use-unsent-look.ts'
import { Value } from '../parts/value.tsx'

/** One unsent edit: what it waits for, what it changes, and the button that discards it. */
export function UnsentDetail({ edit, above }: { readonly edit: UnsentRow; readonly above: string }) {
  const [discarding, setDiscarding] = useState(false)
  const now = useUnsentLook(edit.folder, edit.item, `${String(edit.at)} ${edit.state}`)
  const act = useAct()
  const t = unsentWords()
  const by = now.state === 'open' ? (now.look.question?.by ?? null) : null
  const { title, next } = sayWaiting(edit)
  return (
    <>
      <DetailHead
        title={edit.name}
        above={above}
        acts={
          <Button
            onClick={() => {
              // Discarding a deletion loses no typed text, so it needs no confirmation.
              if (edit.does === 'delete') act.run(() => discard(edit))
              else setDiscarding(true)
            }}
          >
            {edit.does === 'delete' ? t.keepLogin : t.discard}
          </Button>
        }
      >
        <span class="c-soft">{edit.path.join(' › ')}</span>
      </DetailHead>
      <div class="c-pad">
        <Banner
          kind={edit.state === 'waiting' ? 'info' : 'warn'}
          title={edit.state === 'choose' && by !== null ? t.chooseTitle(by) : title}
          act={edit.state === 'choose' && <Choose edit={edit} />}
        >
          {next}
        </Banner>
        {now.state === 'opening' && <Skeleton />}
        {now.state === 'failed' && <FailureBanner code={now.code} />}
        {now.state === 'open' && <Changes edit={edit} look={now.look} />}
        <p class="c-foot">
          {t.does[edit.does]} <RelativeTime time={edit.at} />
        </p>
      </div>
      {discarding && (
        <DiscardUnsent
          edit={edit}
          onClose={() => {
            setDiscarding(false)
          }}
        />
      )}
    </>
  )
}

/** Opens the dialog in which the person chooses. */
export function Choose({ edit: { folder, item } }: { readonly edit: Pick<UnsentRow, 'folder' | 'item'> }) {
  return (
    <Button
      size="small"
      icon={Scale}
      onClick={() => {
        choosing.value = { folder, item }
      }}
    >
      {unsentWords().choose}
    </Button>
  )
}

function Changes({ edit, look: { changes } }: { readonly edit: UnsentRow; readonly look: UnsentLook }) {
  const t = unsentWords()
  if (edit.does === 'delete') return <p>{t.deletes}</p>
  return (
    <section aria-label={t.changes}>
      <h3>{t.changes}</h3>
      <dl class="c-values">
        {changes.map((change) => {
          const label = labelOf(change)
          const gone = change.value === null || change.value === ''
          return gone ? (
            <div class="c-value-row" key={change.key}>
              <dt>{label}</dt>
              <dd>
                <em class="c-soft">{t.took}</em>
              </dd>
            </div>
          ) : (
            <Value
              key={change.key}
              label={label}
              value={textOf(change.field, change.value ?? '')}
              secret={isSecret(change)}
              mono={isMono(change)}
            />
          )
        })}
      </dl>
    </section>
  )
}

const isMono = ({ field }: UnsentLook['changes'][number]) => field === 'username' || field === 'custom'

async function discard({ folder, item }: UnsentRow): Promise<void> {
  await ask('unsent.discard', { folder, item })
  navigate(pathTo({ at: 'unsent' }), 'replace')
  toast(unsentWords().discarded)
}

function DiscardUnsent({ edit, onClose }: { readonly edit: UnsentRow; readonly onClose: () => void }) {
  const t = unsentWords()
  const { name, does } = edit
  return (
    <Confirm
      title={does === 'create' ? t.discardNewTitle(name) : t.discardTitle(name)}
      verb={t.discard}
      busy={t.discarding}
      onClose={onClose}
      onYes={async () => {
        await discard(edit)
        onClose()
      }}
    >
      {does === 'create' ? t.discardNewHint : t.discardHint}
    </Confirm>
  )
}
