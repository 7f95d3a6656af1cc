import './popup.css'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { watch } from '../messages/watch.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { popupWords } from '../words/popup.ts'
import { Locked, NoServer } from './closed.tsx'
import { Generated } from './generated.tsx'
import { Logins, type LoginsProps } from './logins.tsx'
import { Notices } from './notices.tsx'
import { PopupHeader } from './popup-header.tsx'
import { SaveOffer } from './save-offer.tsx'
import { SecondKey } from './second-key.tsx'
import { targetTab } from './target-tab.ts'

type Target = Awaited<ReturnType<typeof targetTab>>

/** The toolbar's popup, for the tab under it. */
export function Popup() {
  const [target, setTarget] = useState<Target | null>(null)
  useEffect(() => {
    void targetTab(location.search).then(setTarget)
  }, [])
  return target === null ? <main class="popup" /> : <PopupOver {...target} />
}

function PopupOver({ tab, ownTab }: Target) {
  const watched = useMemo(() => watch({ view: 'popup', tab }), [tab])
  useEffect(() => watched.stop, [watched])
  const view = watched.value.value
  /** Once the work is done it is in the way; what may be locked stays readable in a tab of its own. */
  const leave = () => {
    window.close()
  }
  const leaveLocked = () => {
    if (!ownTab) leave()
  }
  return (
    <main class="popup">
      {view === null ? (
        <Skeleton rows={5} />
      ) : (
        <>
          <PopupHeader status={view.status} leave={leaveLocked} />
          <h2 class="ui-unseen">{popupWords().logins}</h2>
          <Body view={view} tab={tab} leave={leave} leaveLocked={leaveLocked} />
        </>
      )}
    </main>
  )
}

interface BodyProps extends LoginsProps {
  readonly leaveLocked: () => void
}

function Body({ view, tab, leave, leaveLocked }: BodyProps) {
  const wasUnlocked = useRef(false)
  const { status } = view
  switch (status.state) {
    case 'no-server':
      return <NoServer leave={leave} />
    case 'locked':
      return <Locked atOnce={!wasUnlocked.current} leave={leaveLocked} />
    case 'second-key':
      return <SecondKey leave={leaveLocked} />
    case 'unlocked':
      wasUnlocked.current = true
      return (
        <>
          <Notices status={status} />
          {/* One panel for one password: once it was sent, the offer knows more of it. */}
          {tab !== null && view.offer === null && <Generated tab={tab} />}
          <SaveOffer offer={view.offer} />
          <Logins view={view} tab={tab} leave={leave} />
        </>
      )
  }
}
