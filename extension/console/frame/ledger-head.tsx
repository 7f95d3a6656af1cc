import { signal } from '@preact/signals'
import { Download, Link2 } from 'lucide-preact'
import { fingerprint } from '../../../shared/bytes/fingerprint.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { consoleWords } from '../../words/console.ts'
import { witnessWords } from '../../words/witness.ts'
import { saveLedger } from '../state/save-file.ts'
import type { Unlocked } from '../state/world.ts'
import { ThisBuild } from './this-build.tsx'

const open = signal(false)

/** P5: shows the head of the ledger, its age and who signed it. Two people compare heads to notice that a server withholds entries. */
export function LedgerHead({ status }: { readonly status: Unlocked }) {
  const { head, seen } = status
  return (
    <button
      type="button"
      class="c-ledger"
      aria-haspopup="dialog"
      onClick={() => {
        open.value = true
      }}
    >
      <Link2 size={12} aria-hidden="true" />
      <span>
        {consoleWords().ledger(head.sequence)} <RelativeTime time={head.time} />
        {seen.colleagues > 0 && ` · ${witnessWords().seenBy(seen.colleagues)}`}
      </span>
    </button>
  )
}

const close = () => {
  open.value = false
}

/** What the button leads to. */
export function LedgerSheet({ status }: { readonly status: Unlocked }) {
  return open.value ? <Details status={status} /> : null
}

function Details({ status }: { readonly status: Unlocked }) {
  const { server, org, me, head, seen } = status
  const sets = me.role === 'owner' || me.role === 'admin'
  const { sequence, hash } = head
  const w = witnessWords()
  const names = seen.names.flatMap(({ name }) => name ?? [])
  return (
    <Dialog
      title={w.headTitle}
      onClose={close}
      footer={
        <Button icon={Download} onClick={() => void saveLedger()}>
          {w.exportLedger}
        </Button>
      }
    >
      <p>{w.headMeaning}</p>
      <dl class="c-facts">
        <dt>{w.entry}</dt>
        <dd>{head.sequence}</dd>
        <dt>{w.written}</dt>
        <dd>
          <RelativeTime time={head.time} />
        </dd>
        <dt>{w.fingerprint}</dt>
        <dd>
          <Fingerprint groups={fingerprint(head.hash)} />
        </dd>
        <dt>{w.seen}</dt>
        <dd>
          {seen.last === null ? (
            w.seenNobody
          ) : (
            <>
              {w.seenOthers(seen.colleagues)} <RelativeTime time={seen.last} />
              {names.length > 0 && <div class="c-soft">{names.join(', ')}</div>}
            </>
          )}
        </dd>
      </dl>
      {seen.ahead !== null && (
        <Banner kind="warn" title={w.aheadTitle(seen.ahead.name ?? w.someone, seen.ahead.sequence)}>
          {w.aheadNext}
        </Banner>
      )}
      <p class="c-soft">{w.compare}</p>
      <section class="ui-review">
        <h3>{w.orgFingerprint}</h3>
        <Fingerprint groups={fingerprint(org)} />
        <p class="c-soft">{w.orgFingerprintFor}</p>
      </section>
      {sets && (
        <section class="ui-review">
          <CopyField
            label={w.policy}
            hint={w.policyFor}
            value={JSON.stringify({ server, org, ledger: { sequence, hash } })}
          />
        </section>
      )}
      <p class="c-soft">{w.exportMeaning}</p>
      <ThisBuild />
    </Dialog>
  )
}
