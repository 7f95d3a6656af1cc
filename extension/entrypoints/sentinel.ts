import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { watchFocus } from '../autofill/sentinel.ts'

export default defineUnlistedScript(watchFocus)
