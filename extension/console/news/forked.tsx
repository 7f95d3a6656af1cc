import { Download } from 'lucide-preact'
import { useState } from 'preact/hooks'
import { fingerprint } from '../../../shared/bytes/fingerprint.ts'
import type { ForkView } from '../../messages/views.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { momentOf } from '../../ui/time.ts'
import { witnessWords } from '../../words/witness.ts'
import { saveEvidence } from '../state/save-file.ts'

/** P5 S8: reports that the server showed two histories. No click dismisses it: somebody must investigate. */
export function Forked({ forks }: { readonly forks: readonly ForkView[] }) {
  const [open, setOpen] = useState(false)
  const w = witnessWords()
  return (
    <>
      <Banner
        kind="danger"
        title={w.forkedTitle}
        act={
          <Button
            size="small"
            onClick={() => {
              setOpen(true)
            }}
          >
            {w.seeEvidence}
          </Button>
        }
      >
        {w.forkedNext}
      </Banner>
      {open && (
        <Evidence
          forks={forks}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </>
  )
}

function Evidence({ forks, onClose }: { readonly forks: readonly ForkView[]; readonly onClose: () => void }) {
  const w = witnessWords()
  const [fork] = forks
  if (fork === undefined) return null
  const [own, other] = [fingerprint(fork.own), fingerprint(fork.other)]
  const who = fork.by ?? w.someone
  return (
    <Dialog
      title={w.forkTitle}
      size="wide"
      onClose={onClose}
      footer={
        <Button kind="main" icon={Download} onClick={() => void saveEvidence(0)}>
          {w.saveEvidence}
        </Button>
      }
    >
      <p>{w.forkMeaning(fork.sequence)}</p>
      <div class="c-heads">
        <section>
          <h3>{w.own}</h3>
          <Fingerprint groups={own} against={other} />
          <p class="c-soft">{w.ownOn}</p>
        </section>
        <section>
          <h3>{w.otherBy(who)}</h3>
          <Fingerprint groups={other} against={own} />
          <p class="c-soft">
            {w.otherOn[fork.on]}. {w.signedAt(momentOf(fork.signedAt))} {w.foundAt(momentOf(fork.foundAt))}
          </p>
        </section>
      </div>
      {forks.length > 1 && <p class="c-soft">{w.forkMore(forks.length - 1)}</p>}
      <section class="ui-review">
        <h3>{w.safe}</h3>
        <p>{w.safeNow}</p>
      </section>
      <section class="ui-review">
        <h3>{w.todo}</h3>
        <ol class="c-steps">
          {[w.todoCall(who), w.todoSave, w.todoWait].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </Dialog>
  )
}
