import { useEffect, useMemo } from 'preact/hooks'
import { ask } from '../messages/ask.ts'
import { watch } from '../messages/watch.ts'
import type { Status } from '../messages/views.ts'
import { Button } from '../ui/button.tsx'
import { navigate, route } from '../ui/router.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { common } from '../words/common.ts'
import { keyWords } from '../words/keys.ts'
import { unlockWords } from '../words/unlock.ts'
import { Begin } from './begin.tsx'
import { closeIfOurs } from './close-if-ours.ts'
import { ChangePin } from './change-pin.tsx'
import { FurtherKey } from './further-key.tsx'
import { Join } from './join.tsx'
import { Locked } from './locked.tsx'
import { OpenServer } from './open-server.tsx'
import { Setup } from './setup.tsx'
import { Sheet } from './sheet.tsx'
import { Touch } from './touch.tsx'
import { useServer } from './use-server.ts'

/** The window of every ceremony: where it stands is its address, and what the keeper says of itself. */
export function UnlockWindow() {
  const watched = useMemo(() => watch({ view: 'status' }), [])
  useEffect(() => watched.stop, [watched])
  useEffect(() => {
    window.addEventListener('pagehide', forgetEnrolment)
    return () => {
      window.removeEventListener('pagehide', forgetEnrolment)
    }
  }, [])
  const status = watched.value.value
  if (status === null) return <Waiting />
  const [path, query] = route.value.split('?')
  switch (path) {
    case '/open':
      return <OpenServer key={query} server={new URLSearchParams(query).get('server') ?? ''} status={status} />
    case '/join':
      return <Join known={status.state === 'no-server' ? null : status.server} />
    case '/setup':
      return status.state === 'no-server' ? <Begin refused={status.code} /> : <Setup />
    case '/key':
      return <Gate status={status} to="key" />
    case '/pin':
      return <Gate status={status} to="pin" />
    default:
      return <Gate status={status} to="unlocked" />
  }
}

/** Whoever closes the window gives up: the keeper need not hold the seed of a person who never was (P10). */
function forgetEnrolment(): void {
  void ask('enrol.cancel', null).catch(() => null)
}

/** What an address without a ceremony of its own leads to: whatever comes next for this profile. */
function Gate({ status, to }: { readonly status: Status; readonly to: 'unlocked' | 'key' | 'pin' }) {
  const hint = { unlocked: null, key: unlockWords().furtherLockedHint, pin: keyWords().pinLocked }[to]
  const served = useServer(status.state === 'locked' ? status.server : null)
  if (status.state === 'no-server') return <Begin refused={status.code} />
  if (status.state === 'unlocked') return { unlocked: <Unlocked />, key: <FurtherKey />, pin: <ChangePin /> }[to]
  if (served.state === 'looking') return <Waiting />
  if (served.state === 'known' && served.orgName === null) return <ToSetup />
  return (
    <Locked
      key={status.server}
      status={status}
      served={served}
      hint={hint}
      onUnlocked={() => {
        if (to === 'unlocked') void closeIfOurs()
      }}
    />
  )
}

/** Set-up has an address of its own: it goes on when its last step has unlocked the profile. */
function ToSetup() {
  useEffect(() => {
    navigate('/setup', 'replace')
  }, [])
  return <Waiting />
}

function Waiting() {
  return (
    <Sheet title={common().product}>
      <Skeleton rows={3} />
    </Sheet>
  )
}

function Unlocked() {
  const t = unlockWords()
  return (
    <Sheet title={t.unlockedTitle} focusTitle>
      <p>{t.unlockedHint}</p>
      <Touch state="touched" idle="" touched="" />
      <div class="sheet-acts">
        <Button kind="main" size="large" wide onClick={() => void ask('window.console', null)}>
          {t.openConsole}
        </Button>
      </div>
    </Sheet>
  )
}
