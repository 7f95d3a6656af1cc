import { TriangleAlert } from 'lucide-preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { LoginRow } from '../messages/views.ts'
import type { SignInToWorker } from '../messages/sign-in.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { Mark } from '../ui/mark.tsx'
import { useHotkeys } from '../ui/use-hotkeys.ts'
import { signInWords } from '../words/sign-in.ts'
import { close, joinWorker, signInState } from './link.ts'
import type { SignInState } from './link.ts'
import { Rows } from './rows.tsx'
import './sign-in.css'

/** How long the window must have been visible before a choice counts, in ms: it may open under a click or key meant for the page. */
const SEEN = 500

/** The window for HTTP authentication (RFC 9110, section 11): shows which site asks, and lets a person choose the login. */
export function SignIn() {
  const tell = useRef<((what: SignInToWorker) => void) | null>(null)
  useEffect(() => {
    document.title = `${signInWords().title} · Cloison`
    tell.current = joinWorker()
  }, [])
  const now = signInState.value
  if (now === null) return <main class="sign-in" />
  const pick = ({ folder, item }: LoginRow) => {
    if (now.state === 'signing-in') return
    signInState.value = { ...now, state: 'signing-in' }
    tell.current?.({ do: 'pick', folder, item })
  }
  return <Question now={now} onPick={pick} />
}

function Question({ now: { asked, state }, onPick }: { now: SignInState; onPick: (row: LoginRow) => void }) {
  const t = signInWords()
  const isSeen = useSeen()
  const isBusy = state === 'signing-in'
  useHotkeys({ Escape: close })
  return (
    <main class="sign-in">
      <header class="sign-in-head">
        <Mark size={24} named />
      </header>
      <h1 class="ui-unseen">{t.title}</h1>
      <div class="sign-in-site">
        <p class="sign-in-soft">{t.asks}</p>
        <p class="sign-in-origin">
          <bdi>{asked.origin}</bdi>
        </p>
        {asked.realm !== '' && (
          <p class="sign-in-soft sign-in-realm" title={asked.realm}>
            <bdi>{t.realm(asked.realm)}</bdi>
          </p>
        )}
      </div>
      {asked.refused !== null && !isBusy && typeof state === 'string' && (
        <Banner kind="danger" title={t.refused(asked.refused.name)}>
          {t.refusedNext}
        </Banner>
      )}
      {typeof state === 'object' && <FailureBanner code={state.failed} />}
      {asked.plain && asked.refused === null && (
        <p class="sign-in-plain">
          <TriangleAlert size={16} aria-hidden="true" />
          {t.plain}
        </p>
      )}
      <Rows rows={asked.rows} refused={asked.refused?.item ?? null} isReady={isSeen && !isBusy} onPick={onPick} />
      <footer class="sign-in-foot">
        <Button wide onClick={close}>
          {t.yourself}
        </Button>
        <p class="sign-in-soft">{t.yourselfWhy}</p>
      </footer>
    </main>
  )
}

/** Returns true once the window has been visible for `SEEN` ms without interruption. */
function useSeen(): boolean {
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      setSeen(false)
      if (document.visibilityState === 'visible') timer = setTimeout(() => setSeen(true), SEEN)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return isSeen
}
