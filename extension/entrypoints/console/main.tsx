import { Console } from '../../console/frame/console.tsx'
import { forgetAtLock, holdUnsaved } from '../../console/state/forget.ts'
import { followFolder } from '../../console/state/last-folder.ts'
import { followWorld } from '../../console/state/world.ts'
import { mount } from '../../ui/mount.tsx'
import { consoleWords } from '../../words/console.ts'

document.title = consoleWords().pageTitle
followWorld()
followFolder()
forgetAtLock(() => {
  location.reload()
})
holdUnsaved()
mount(Console)
