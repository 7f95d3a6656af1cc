import { SignIn } from '../../sign-in/sign-in.tsx'
import { mount } from '../../ui/mount.tsx'

mount(SignIn)
