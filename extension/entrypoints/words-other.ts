import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { OTHER } from '../autofill/vocabulary/other.ts'

export default defineUnlistedScript(() => {
  globalThis.cloisonWords = { ...globalThis.cloisonWords, other: OTHER }
})
