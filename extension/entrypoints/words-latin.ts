import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { LATIN } from '../autofill/vocabulary/latin.ts'

export default defineUnlistedScript(() => {
  globalThis.cloisonWords = { ...globalThis.cloisonWords, latin: LATIN }
})
