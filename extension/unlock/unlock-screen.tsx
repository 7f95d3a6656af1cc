import { useState } from 'preact/hooks'
import type { UnlockResult } from '../messages/contract.ts'
import type { Status } from '../messages/views.ts'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { Link } from '../ui/link.tsx'
import { PinField } from '../ui/pin-field.tsx'
import { common } from '../words/common.ts'
import { sayFailure } from '../words/failures.ts'
import { unlockWords } from '../words/unlock.ts'
import { witnessWords } from '../words/witness.ts'
import { AddressForm } from './address-form.tsx'
import { lockSentence } from './lock-sentence.ts'
import { unlock } from './ceremonies.ts'
import { NewHere } from './new-here.tsx'
import { Sheet, SheetForm } from './sheet.tsx'
import { Touch, type Touching } from './touch.tsx'
import { useAct } from '../messages/use-act.ts'
import type { Served } from './use-server.ts'

export interface UnlockProps {
  readonly status: Extract<Status, { state: 'locked' }>
  readonly served: Served
  /** Why the PIN is asked for, when that is not obvious. */
  readonly hint?: string | null
  /** Why the touch alone did not open the vault. Shown until the person tries something here. */
  readonly refused?: string | null
  readonly onUnlocked: (opened: UnlockResult) => void
}

/** Unlocks: the person types the PIN, presses Enter, and touches the key. */
export function UnlockScreen({ status, served, hint = null, refused = null, onUnlocked }: UnlockProps) {
  const { server, why, managed } = status
  const t = unlockWords()
  const act = useAct()
  const [pin, setPin] = useState('')
  const [touching, setTouching] = useState<Touching>('idle')
  const submit = () => {
    if (act.busy || pin === '') return
    setTouching('waiting')
    act.run(async (signal) => {
      const opened = await unlock(pin, signal, () => {
        setTouching('touched')
      })
      setPin('')
      onUnlocked(opened)
    })
  }
  const tries = act.failed?.data.triesLeft ?? null
  // The last wrong PIN has blocked the key, which is what the person needs to know now.
  const code = tries === 0 ? 'credential-dead' : (act.failed?.code ?? (act.busy ? null : refused))
  const wrongPin = code === 'wrong-pin' ? sayFailure(code) : null
  const reason = hint ?? lockSentence(status)
  const shown = act.busy ? touching : 'idle'
  const banner =
    code !== null
      ? !wrongPin && <FailureBanner code={code} />
      : served.state === 'failed' && !act.busy && <Unreached served={served} />
  const orgName = served.state === 'known' ? served.orgName : null
  return (
    <Sheet title={orgName ?? t.unlockHere} pageTitle={t.unlockHere}>
      {why === 'removed' && <FailureBanner code="removed" />}
      {reason !== null && code === null && <p class="sheet-soft">{reason}</p>}
      {status.org === null && served.state === 'known' && served.org !== null && <NewHere org={served.org} />}
      <SheetForm onSubmit={submit}>
        <PinField
          label={t.pinCloison}
          error={wrongPin && `${wrongPin.what} ${wrongPin.next}`}
          tries={tries}
          value={pin}
          onInput={setPin}
          readOnly={act.busy}
          autoFocus
        />
        {banner || <Touch state={shown} idle={t.enterPin} touched={t.opening} />}
        <div class="sheet-acts">
          {act.busy ? (
            // Needs a key of its own: otherwise the same DOM node becomes the submit button, and the click that cancels submits again.
            <Button key="cancel" size="large" wide onClick={act.cancel}>
              {common().cancel}
            </Button>
          ) : (
            <Button key="submit" type="submit" kind="main" size="large" wide>
              {common().unlock}
            </Button>
          )}
        </div>
      </SheetForm>
      <div class="sheet-links">
        <Link to="/join">{t.haveInvitation}</Link>
        <details class="sheet-more">
          <summary>{t.newDesk}</summary>
          <p class="sheet-soft">{t.currentServer(server)}</p>
          {managed ? <p class="sheet-soft">{witnessWords().managed}</p> : <AddressForm main={false} />}
        </details>
      </div>
    </Sheet>
  )
}

function Unreached({ served }: { readonly served: Extract<Served, { state: 'failed' }> }) {
  const again = (
    <Button size="small" onClick={served.retry}>
      {common().retry}
    </Button>
  )
  return <FailureBanner code={served.code} act={again} />
}
