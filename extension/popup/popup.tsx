import { popupStart } from './popup-start.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Skeleton } from '../ui/skeleton.tsx'
import { popupWords } from '../words/popup.ts'
import { Locked, NoServer } from './closed.tsx'
import { Generated } from './generated.tsx'
import { Logins, type LoginsProps } from './logins.tsx'
import { Notices } from './notices.tsx'
import { PopupHeader } from './popup-header.tsx'
import { SaveOffer } from './save-offer.tsx'
import { SecondKey } from './second-key.tsx'
import './popup.css'

type Begun = Awaited<typeof popupStart>

/** The toolbar's popup, for the tab under it. */
export function Popup() {
  const [over, setOver] = useState<Begun | null>(null)
  useEffect(() => void popupStart.then(setOver), [])
  return over === null ? <main class="popup" /> : <PopupOver {...over} />
}

function PopupOver({ tab, ownTab, watched }: Begun) {
  const view = watched.value.value
  /** Closes the popup once the work is done. In a tab of its own the page stays open. */
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
          <Notices status={status} needsServer={view.needsServer} waits={view.waits} leave={leave} />
          {/* One panel per password: once the form was sent, the offer to save replaces the generated password. */}
          {tab !== null && view.offer === null && <Generated tab={tab} />}
          <SaveOffer offer={view.offer} />
          <Logins view={view} tab={tab} leave={leave} />
        </>
      )
  }
}
