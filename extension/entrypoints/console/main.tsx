import { effect } from '@preact/signals'
import { Console } from '../../console/frame/console.tsx'
import { forgetAtLock, holdUnsaved } from '../../console/state/forget.ts'
import { followFolder } from '../../console/state/last-folder.ts'
import { followPlace, resumePlace } from '../../console/state/place.ts'
import { followWorld } from '../../console/state/world.ts'
import { mount } from '../../ui/mount.tsx'
import { consoleWords } from '../../words/console.ts'

effect(() => {
  document.title = consoleWords().pageTitle
})
followWorld()
followFolder()
forgetAtLock(() => {
  location.reload()
})
void resumePlace().then(followPlace)
holdUnsaved()
mount(Console)
