import { KeyRound, Pencil } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { KeyView } from '../../messages/views.ts'
import type { MemberId } from '../../../shared/bytes/ids.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { clockOf, dayOf, relativeTo } from '../../ui/time.ts'
import { toast } from '../../ui/toast.tsx'
import { attestationWords } from '../../words/attestation.ts'
import { common } from '../../words/common.ts'
import { sayFailure } from '../../words/failures.ts'
import { keyWords } from '../../words/keys.ts'
import { KeyName } from './key-name.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { codeOf } from '../state/failing.ts'

type Seen = { state: 'looking' } | { state: 'known'; keys: KeyView[] } | { state: 'failed'; code: string }

interface KeyListProps {
  readonly member: MemberId
  /** Their name, null for one's own. */
  readonly who: string | null
}

/** A person's keys. Fetched again each time the page becomes visible, because another window may have changed them. */
export function KeyList({ member, who }: KeyListProps) {
  const k = keyWords()
  const [seen, look] = useKeys(who === null ? null : member)
  const [naming, setNaming] = useState<KeyView | null>(null)
  const [revoking, setRevoking] = useState<KeyView | null>(null)
  if (seen.state === 'looking') return <Skeleton rows={2} />
  if (seen.state === 'failed')
    return (
      <FailureBanner
        code={seen.code}
        act={
          <Button size="small" onClick={look}>
            {common().retry}
          </Button>
        }
      />
    )
  const { keys } = seen
  return (
    <>
      {keys.length === 0 && <p class="c-soft">{k.noKey}</p>}
      <ul class="c-grants" aria-label={who === null ? k.myKeys : k.keysOf(who)}>
        {keys.map((key) => (
          <li key={key.id} class="c-key">
            <KeyRound size={16} aria-hidden="true" />
            <span class="c-key-text">
              {key.label !== null && <strong>{key.label}</strong>}
              <span class={key.label === null ? undefined : 'c-soft'}>{whenOf(key)}</span>
              {key.model !== null && <span>{sayModel(key.model)}</span>}
              <span class="c-soft">{lastOf(key)}</span>
            </span>
            <span class="c-key-acts">
              {key.inUse && <Badge kind="accent">{k.inUse}</Badge>}
              {who === null && (
                <IconButton
                  icon={Pencil}
                  label={key.label === null ? k.name : k.renameKey}
                  onClick={() => {
                    setNaming(key)
                  }}
                />
              )}
              {key.inUse ? (
                <Button size="small" onClick={() => void openPin()}>
                  {k.changePin}
                </Button>
              ) : (
                <Button
                  size="small"
                  onClick={() => {
                    setRevoking(key)
                  }}
                >
                  {k.revoke}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {naming !== null && (
        <KeyName
          of={naming}
          onClose={() => {
            setNaming(null)
          }}
          onNamed={look}
        />
      )}
      {revoking !== null && (
        <Confirm
          title={k.revokeTitle}
          verb={k.revoke}
          busy={k.revoking}
          onClose={() => {
            setRevoking(null)
          }}
          onYes={async () => {
            await ask('keys.revoke', { member, credential: revoking.id })
            setRevoking(null)
            toast(k.revoked)
            look()
          }}
        >
          {k.revokeHint(revoking.label === null ? whenOf(revoking) : `${revoking.label}, ${whenOf(revoking)}`)}{' '}
          {who !== null && keys.length === 1 && k.revokeLast(who)}
        </Confirm>
      )}
    </>
  )
}

const whenOf = ({ createdAt }: KeyView) => keyWords().registered(dayOf(createdAt), clockOf(createdAt))

function lastOf({ usedAt }: KeyView): string {
  const k = keyWords()
  return usedAt === null ? k.noUnlock : k.lastUnlock(relativeTo(usedAt, Date.now()))
}

/** The model of a key, proved by its maker or claimed by the key. Without a known name, its AAGUID. */
function sayModel({ aaguid, name, attested }: NonNullable<KeyView['model']>): string {
  const t = attestationWords()
  return attested ? t.proved(name ?? aaguid) : t.claimed(name ?? aaguid)
}

async function openPin(): Promise<void> {
  try {
    await ask('window.change-pin', null)
  } catch (error) {
    toast(sayFailure(codeOf(error)).what)
  }
}

/** `member` null: one's own. */
function useKeys(member: MemberId | null): [Seen, () => void] {
  const [seen, setSeen] = useState<Seen>({ state: 'looking' })
  const look = () => {
    ask('keys.list', { member }).then(
      (keys) => {
        setSeen({ state: 'known', keys })
      },
      (error: unknown) => {
        setSeen({ state: 'failed', code: codeOf(error) })
      },
    )
  }
  useEffect(() => {
    look()
    addEventListener('focus', look)
    return () => {
      removeEventListener('focus', look)
    }
  }, [member])
  return [seen, look]
}
