import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { install } from '../autofill/page.ts'

export default defineUnlistedScript(() => install(globalThis.cloisonWords))
