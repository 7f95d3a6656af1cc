import { useState } from 'preact/hooks'
import { ask } from '../messages/ask.ts'
import type { JoinLook } from '../messages/contract.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { Link } from '../ui/link.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { attestationWords } from '../words/attestation.ts'
import { common } from '../words/common.ts'
import { recoveryWords } from '../words/recovery.ts'
import { secondKeyWords } from '../words/second-key.ts'
import { unlockWords } from '../words/unlock.ts'
import { sayFailure } from '../words/failures.ts'
import type { NewCeremony } from './ceremonies.ts'
import { invitationCodeOf } from './codes.ts'
import { JoinWaiting } from './join-waiting.tsx'
import { NewKey } from './new-key.tsx'
import { NewPin } from './new-pin.tsx'
import { Origin } from './origin.tsx'
import { Sheet, SheetForm } from './sheet.tsx'
import { useAct } from '../messages/use-act.ts'

type Invited = { readonly code: string; readonly look: JoinLook }
type Stage =
  | { at: 'code' }
  | ({ at: 'look' } & Invited)
  | ({ at: 'pin' } & Invited)
  | ({ at: 'key'; begun: NewCeremony } & Invited)
  | ({ at: 'waiting' } & Invited)

/** Joins an organisation: shows whom the code is for, asks for PIN and key, then waits for approval. `known`: the trusted server. */
export function Join({ known }: { readonly known: string | null }) {
  const [stage, setStage] = useState<Stage>({ at: 'code' })
  switch (stage.at) {
    case 'code':
      return (
        <CodeStep
          onLook={(invited) => {
            setStage({ ...invited, at: invited.look.state === 'asked' ? 'waiting' : 'look' })
          }}
        />
      )
    case 'look':
      return (
        <LookStep
          look={stage.look}
          known={known}
          onAgreed={() => {
            setStage({ ...stage, at: 'pin' })
          }}
        />
      )
    case 'pin':
      return (
        <NewPin
          step={[3, 4]}
          enrolment={{ kind: 'join', code: stage.code }}
          onBegun={(begun) => {
            setStage({ ...stage, at: 'key', begun })
          }}
        />
      )
    case 'key':
      return (
        <NewKey
          step={[4, 4]}
          begun={stage.begun}
          onDone={() => {
            setStage({ at: 'waiting', code: stage.code, look: stage.look })
          }}
        />
      )
    case 'waiting':
      return <JoinWaiting code={stage.code} orgName={stage.look.orgName} here={stage.look.state === 'open'} />
  }
}

const spent: Readonly<Record<JoinLook['state'], string | null>> = {
  open: null,
  asked: null,
  used: 'invitation-used',
  expired: 'invitation-expired',
}

function CodeStep({ onLook }: { readonly onLook: (invited: Invited) => void }) {
  const t = unlockWords()
  const act = useAct()
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const submit = () => {
    setRefused(null)
    const code = invitationCodeOf(typed)
    if (code === '') setRefused('bad-invitation-code')
    else
      act.run(async (signal) => {
        const look = await ask('join.look', { code })
        if (signal.aborted) return
        setRefused(spent[look.state])
        if (spent[look.state] === null) onLook({ code, look })
      })
  }
  const failed = refused ?? act.failed?.code ?? null
  const malformed = failed === 'bad-invitation-code' ? sayFailure(failed) : null
  return (
    <Sheet title={t.joinTitle} step={[1, 4]}>
      <p>{t.joinHint}</p>
      <SheetForm onSubmit={submit}>
        <TextArea
          label={t.joinCode}
          rows={5}
          mono
          autoFocus
          value={typed}
          onInput={setTyped}
          error={malformed && `${malformed.what} ${malformed.next}`}
        />
        <div class="sheet-acts">
          {failed !== null && !malformed && <FailureBanner code={failed} />}
          <Button type="submit" kind="main" size="large" wide busy={act.busy ? t.reaching : null}>
            {common().continue}
          </Button>
          <p class="sheet-soft">
            <Link to="/">{common().back}</Link>
          </p>
        </div>
      </SheetForm>
    </Sheet>
  )
}

interface LookStepProps {
  readonly look: JoinLook
  /** The server that this profile trusts now. */
  readonly known: string | null
  readonly onAgreed: () => void
}

function LookStep({ look, known, onAgreed }: LookStepProps) {
  const t = unlockWords()
  const act = useAct()
  const agree = () => {
    act.run(async (signal) => {
      if (!look.trusted) await ask('server.trust', { address: look.address })
      if (!signal.aborted) onAgreed()
    })
  }
  return (
    <Sheet title={t.joinOrgTitle(look.orgName)} pageTitle={t.joinTitle} step={[2, 4]}>
      <SheetForm onSubmit={agree}>
        <p>{t.joinAs(look.name)}</p>
        <p class="sheet-soft">{t.joinNotYou}</p>
        <Origin origin={look.address} small />
        {!look.trusted && <p>{t.trustCheck}</p>}
        <p class="sheet-soft">{t.trustMeans}</p>
        {look.twoKeys && (
          <Banner kind="warn" title={secondKeyWords().atJoining}>
            {secondKeyWords().atJoiningNext}
          </Banner>
        )}
        {look.attested && <p class="sheet-soft">{attestationWords().atJoining}</p>}
        {look.recovery && <p class="sheet-soft">{recoveryWords().atJoining}</p>}
        {known !== null && !look.trusted && <Banner kind="warn" title={t.trustReplaces(known)} />}
        <div class="sheet-acts">
          {act.failed && <FailureBanner code={act.failed.code} />}
          <Button type="submit" kind="main" size="large" wide busy={act.busy ? t.reaching : null}>
            {look.trusted ? common().continue : t.joinTrust}
          </Button>
          <Button
            size="large"
            wide
            onClick={() => {
              window.close()
            }}
          >
            {t.notNow}
          </Button>
        </div>
      </SheetForm>
    </Sheet>
  )
}
