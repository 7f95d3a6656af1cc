import { Lock, PanelsTopLeft } from 'lucide-preact'
import { ask } from '../messages/ask.ts'
import type { Status } from '../messages/views.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Mark } from '../ui/mark.tsx'
import { common } from '../words/common.ts'
import { popupWords } from '../words/popup.ts'

/** The popup's header: our mark, the active client, and the buttons to open the console and to lock. */
export function PopupHeader({ status, leave }: { readonly status: Status; readonly leave: () => void }) {
  const t = popupWords()
  const unlocked = status.state === 'unlocked'
  return (
    <header class="popup-head">
      <Mark size={24} />
      <h1 class="ui-cut">{unlocked || status.state === 'second-key' ? status.orgName : common().product}</h1>
      {unlocked && (
        <>
          <IconButton
            icon={PanelsTopLeft}
            label={t.openConsole}
            size="large"
            onClick={() => void ask('window.console', null).then(leave)}
          />
          <IconButton icon={Lock} label={t.lockNow} size="large" onClick={() => void ask('lock', null).then(leave)} />
        </>
      )}
    </header>
  )
}
