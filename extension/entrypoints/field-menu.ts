// First, so that the bundler writes these numbers where they are used: it inlines only constants that stand before all else.
import '../autofill/weights.ts'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startFieldMenu } from '../autofill/field-menu.ts'

export default defineUnlistedScript(() => startFieldMenu(Object.values(globalThis.cloisonWords ?? {})))
