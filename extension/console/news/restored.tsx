import { Wrench } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { Warning } from '../../messages/views.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { momentOf } from '../../ui/time.ts'
import { toast } from '../../ui/toast.tsx'
import { common } from '../../words/common.ts'
import { sayFailure } from '../../words/failures.ts'
import { witnessWords } from '../../words/witness.ts'
import { codeOf } from '../state/failing.ts'
import type { Unlocked } from '../state/world.ts'

type Missing = Extract<Warning, { kind: 'restored' }>

/** P5: says that the server was restored from an older backup. An owner can repair it from here. */
export function Restored({ warning }: { readonly warning: Missing }) {
  const [open, setOpen] = useState(false)
  const w = witnessWords()
  return (
    <>
      <Banner
        kind="warn"
        title={w.restoredTitle(warning.entries)}
        act={
          warning.canRepair && (
            <Button
              size="small"
              onClick={() => {
                setOpen(true)
              }}
            >
              {w.repair}
            </Button>
          )
        }
      >
        {w.restoredNext} {w.restoredSince(momentOf(warning.since))}
        {!warning.canRepair && ` ${w.restoredAsk}`}
      </Banner>
      {open && (
        <Agree
          missing={warning}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </>
  )
}

/** What will be true once an owner agrees. */
function Agree({ missing, onClose }: { readonly missing: Missing; readonly onClose: () => void }) {
  const w = witnessWords()
  return (
    <Dialog
      title={w.repairTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common().cancel}</Button>
          <Button
            kind="main"
            icon={Wrench}
            onClick={() => {
              onClose()
              void repair()
            }}
          >
            {w.repair}
          </Button>
        </>
      }
    >
      <section class="ui-review">
        <h3>{w.repairBefore}</h3>
        <p>{w.repairCheck}</p>
      </section>
      <section class="ui-review">
        <h3>{common().willBeTrue}</h3>
        <ul class="ui-review-truths">
          <li>
            {w.repairTruths(missing.entries)} {w.restoredSince(momentOf(missing.since))}
          </li>
        </ul>
      </section>
      <section class="ui-review">
        <h3>{w.repairThen}</h3>
        <p>{w.repairRest}</p>
      </section>
      <section class="ui-review">
        <h3>{w.repairGone}</h3>
        <p>{w.repairLost}</p>
      </section>
    </Dialog>
  )
}

async function repair(): Promise<void> {
  try {
    await ask('repair.start', null)
    toast(witnessWords().repaired)
  } catch (error) {
    const { what, next } = sayFailure(codeOf(error))
    toast(`${what} ${next}`)
  }
}

/** The progress of the repair, which continues whatever page is open. */
export function Repairing({ repair: now }: { readonly repair: NonNullable<Unlocked['repair']> }) {
  const w = witnessWords()
  const said = now.step === 'ledger' ? w.repairingLedger(now.done, now.total) : w.repairingRest(now.done, now.total)
  return (
    <Banner kind="info" title={said}>
      {w.repairingNext}
      <progress class="c-progress" aria-label={said} value={now.done} max={Math.max(1, now.total)} />
    </Banner>
  )
}
