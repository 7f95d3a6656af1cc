import { mount } from '../../ui/mount.tsx'
import { UnlockWindow } from '../../unlock/unlock-window.tsx'

mount(UnlockWindow)
