import { Popup } from '../../popup/popup.tsx'
import { mount } from '../../ui/mount.tsx'

mount(Popup)
