import { getDomain } from 'tldts'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'

export default defineUnlistedScript(() => {
  globalThis.cloisonGetDomain = getDomain
})
