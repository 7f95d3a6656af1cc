import { useState } from 'preact/hooks'
import { ask } from '../messages/ask.ts'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { TextField } from '../ui/text-field.tsx'
import { common } from '../words/common.ts'
import { sayFailure } from '../words/failures.ts'
import { unlockWords } from '../words/unlock.ts'
import { setupCodeOf } from './codes.ts'
import { Sheet, SheetForm } from './sheet.tsx'
import { useAct } from '../messages/use-act.ts'

export interface About {
  readonly orgName: string
  readonly name: string
  readonly email: string
}

/** Asks for the set-up code and checks it at once, so that nobody fills in three pages with a wrong code. */
export function CodeStep({ start, onCode }: { readonly start: string; readonly onCode: (code: string) => void }) {
  const t = unlockWords()
  const act = useAct()
  const [typed, setTyped] = useState(start)
  const [malformed, setMalformed] = useState(false)
  const submit = () => {
    const code = setupCodeOf(typed)
    setMalformed(code === null)
    if (code === null) return
    act.run(async (signal) => {
      await ask('setup.check', { code })
      if (!signal.aborted) onCode(code)
    })
  }
  const wrong = malformed || act.failed?.code === 'bad-code' ? sayFailure('bad-code') : null
  return (
    <Sheet title={t.setupTitle} step={[1, 4]}>
      <p>{t.setupHint}</p>
      <SheetForm onSubmit={submit}>
        <TextField
          label={t.setupCode}
          hint={t.setupCodeHint}
          placeholder="XXXX-XXXX-XXXX-XXXX"
          error={wrong && `${wrong.what} ${wrong.next}`}
          value={typed}
          onInput={setTyped}
          mono
          autoFocus
        />
        <div class="sheet-acts">
          {act.failed && !wrong && <FailureBanner code={act.failed.code} />}
          <Button type="submit" kind="main" size="large" wide busy={act.busy ? t.reaching : null}>
            {common().continue}
          </Button>
        </div>
      </SheetForm>
    </Sheet>
  )
}

interface AboutStepProps {
  /** What was typed here before. */
  readonly start: About
  readonly onBack: (typed: About) => void
  readonly onAbout: (about: About) => void
}

/** Who the organisation is, and who its first owner. */
export function AboutStep({ start, onBack, onAbout }: AboutStepProps) {
  const t = unlockWords()
  const [about, setAbout] = useState(start)
  const [told, setTold] = useState(false)
  const right: Readonly<Record<keyof About, boolean>> = {
    orgName: about.orgName.trim() !== '',
    name: about.name.trim() !== '',
    email: /^[^\s@]+@[^\s@]+$/.test(about.email.trim()),
  }
  const field = (key: keyof About, missing: string) => ({
    value: about[key],
    error: told && !right[key] ? missing : null,
    onInput: (value: string) => {
      setAbout({ ...about, [key]: value })
    },
  })
  const submit = () => {
    setTold(true)
    if (!right.orgName || !right.name || !right.email) return
    onAbout({ orgName: about.orgName.trim(), name: about.name.trim(), email: about.email.trim() })
  }
  return (
    <Sheet
      title={t.aboutTitle}
      step={[2, 4]}
      onBack={() => {
        onBack(about)
      }}
    >
      <SheetForm onSubmit={submit}>
        <TextField label={t.orgName} {...field('orgName', t.needOrgName)} maxLength={100} autoFocus />
        <TextField label={t.yourName} {...field('name', t.needYourName)} maxLength={100} />
        <TextField
          label={t.yourEmail}
          hint={t.emailHint}
          type="email"
          {...field('email', t.needEmail)}
          maxLength={254}
        />
        <div class="sheet-acts">
          <Button type="submit" kind="main" size="large" wide>
            {common().continue}
          </Button>
        </div>
      </SheetForm>
    </Sheet>
  )
}
