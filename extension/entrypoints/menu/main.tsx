import { Menu, startMenu } from '../../menu/menu.tsx'
import { mount } from '../../ui/mount.tsx'

startMenu()
mount(Menu, 'framed')
