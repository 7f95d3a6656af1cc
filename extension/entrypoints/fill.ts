// First, so that the bundler writes these numbers where they are used: it inlines only constants that stand before all else.
import '../autofill/weights.ts'
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { install } from '../autofill/page.ts'

// Of the word packs that the frame may have loaded, these three together contain every language.
export default defineUnlistedScript(() => {
  const { own = '', latin = '', other = '' } = globalThis.cloisonWords ?? {}
  install([own, latin, other])
})
