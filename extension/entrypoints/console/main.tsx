import { Console } from '../../console/frame/console.tsx'
import { forgetAtLock, holdUnsaved } from '../../console/state/forget.ts'
import { followWorld } from '../../console/state/world.ts'
import { mount } from '../../ui/mount.tsx'
import { consoleWords } from '../../words/console.ts'

document.title = consoleWords().pageTitle
followWorld()
forgetAtLock()
holdUnsaved()
mount(Console)
