import { useEffect, useMemo } from 'preact/hooks'
import { ask } from '../messages/ask.ts'
import { watch } from '../messages/watch.ts'
import type { Status } from '../messages/views.ts'
import { Button } from '../ui/button.tsx'
import { navigate, route } from '../ui/router.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { common } from '../words/common.ts'
import { keyWords } from '../words/keys.ts'
import { rotationWords } from '../words/rotation.ts'
import { unlockWords } from '../words/unlock.ts'
import { Begin } from './begin.tsx'
import { closeIfOurs } from './close-if-ours.ts'
import { ChangePin } from './change-pin.tsx'
import { FurtherKey } from './further-key.tsx'
import { Join } from './join.tsx'
import { Locked } from './locked.tsx'
import { NewKeys } from './new-keys.tsx'
import { OpenServer } from './open-server.tsx'
import { SecondKey } from './second-key.tsx'
import { Setup } from './setup.tsx'
import { Sheet } from './sheet.tsx'
import { Touch } from './touch.tsx'
import { useServer } from './use-server.ts'

/** The window of all WebAuthn ceremonies. Its path and the keeper's status decide which screen it shows. */
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
    case '/new-keys':
      return <Gate status={status} to="new-keys" />
    default:
      return <Gate status={status} to="unlocked" />
  }
}

/** Closing the window gives up joining: the keeper then drops the seed of the person who did not join (P10). */
function forgetEnrolment(): void {
  void ask('enrol.cancel', null).catch(() => null)
}

type Ceremony = 'unlocked' | 'key' | 'pin' | 'new-keys'

/** The screen of a path that names no ceremony: the next step for this profile. */
function Gate({ status, to }: { readonly status: Status; readonly to: Ceremony }) {
  const hints: Record<Ceremony, string | null> = {
    unlocked: null,
    key: unlockWords().furtherLockedHint,
    pin: keyWords().pinLocked,
    'new-keys': rotationWords().locked,
  }
  const isUnclear = status.state === 'locked' && status.why === 'unclear'
  const served = useServer(status.state === 'locked' ? status.server : null)
  if (status.state === 'no-server') return <Begin refused={status.code} />
  if (status.state === 'unlocked' || status.state === 'second-key')
    return {
      unlocked: status.state === 'unlocked' ? <Unlocked /> : <SecondKey />,
      key: <FurtherKey />,
      pin: <ChangePin />,
      'new-keys': <NewKeys />,
    }[to]
  // Only unlocking with the PIN can tell whether new keys are needed again.
  if (isUnclear && to === 'new-keys') return <GoTo path="/unlock" />
  if (served.state === 'looking') return <Waiting />
  if (served.state === 'known' && served.orgName === null) return <GoTo path="/setup" />
  return (
    <Locked
      key={status.server}
      status={status}
      served={served}
      hint={isUnclear ? null : hints[to]}
      onUnlocked={(opened) => {
        if (to === 'unlocked' && opened === 'unlocked') void closeIfOurs()
      }}
    />
  )
}

/** What has an address of its own: set-up goes on there when its last step has unlocked the profile. */
function GoTo({ path }: { readonly path: string }) {
  useEffect(() => {
    navigate(path, 'replace')
  }, [path])
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
