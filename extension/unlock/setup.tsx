import { useState } from 'preact/hooks'
import { ask } from '../messages/ask.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { navigate } from '../ui/router.ts'
import { unlockWords } from '../words/unlock.ts'
import type { NewCeremony } from './ceremonies.ts'
import { NewKey } from './new-key.tsx'
import { NewPin } from './new-pin.tsx'
import { AboutStep, CodeStep, type About } from './setup-steps.tsx'
import { Sheet } from './sheet.tsx'

type Stage =
  | { at: 'code'; code: string; about: About }
  | { at: 'about'; code: string; about: About }
  | { at: 'pin'; code: string; about: About }
  | { at: 'key'; about: About; begun: NewCeremony }
  | { at: 'done'; orgName: string }

/** Creates the organisation of a server: asks for the code, names, PIN and key, then for a second key (without one, a warning stays). */
export function Setup() {
  const [stage, setStage] = useState<Stage>({ at: 'code', code: '', about: { orgName: '', name: '', email: '' } })
  switch (stage.at) {
    case 'code':
      return (
        <CodeStep
          start={stage.code}
          onCode={(code) => {
            setStage({ ...stage, at: 'about', code })
          }}
        />
      )
    case 'about':
      return (
        <AboutStep
          start={stage.about}
          onBack={(about) => {
            setStage({ ...stage, at: 'code', about })
          }}
          onAbout={(about) => {
            setStage({ ...stage, at: 'pin', about })
          }}
        />
      )
    case 'pin':
      return (
        <NewPin
          step={[3, 4]}
          enrolment={{ kind: 'setup', code: stage.code, ...stage.about }}
          onBack={() => {
            setStage({ ...stage, at: 'about' })
          }}
          onBegun={(begun) => {
            setStage({ at: 'key', about: stage.about, begun })
          }}
        />
      )
    case 'key':
      return (
        <NewKey
          step={[4, 4]}
          begun={stage.begun}
          onDone={() => {
            // The PIN is dropped together with the step that held it.
            setStage({ at: 'done', orgName: stage.about.orgName })
          }}
        />
      )
    case 'done':
      return <Ready orgName={stage.orgName} />
  }
}

function Ready({ orgName }: { readonly orgName: string }) {
  const t = unlockWords()
  return (
    <Sheet title={t.readyTitle(orgName)} pageTitle={t.setupTitle} focusTitle>
      <p>{t.readyHint}</p>
      <Banner kind="warn" title={t.oneKey}>
        {t.oneKeyNext}
      </Banner>
      <div class="sheet-acts">
        <Button
          kind="main"
          size="large"
          wide
          onClick={() => {
            navigate('/key')
          }}
        >
          {t.secondKey}
        </Button>
        <Button size="large" wide onClick={() => void leaveForConsole()}>
          {t.later}
        </Button>
        <p class="sheet-soft">{t.laterHint}</p>
      </div>
    </Sheet>
  )
}

/** The console opens in a tab, and this window has done its work. */
export async function leaveForConsole(): Promise<void> {
  await ask('window.console', null)
  window.close()
}
