import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { offerMenus } from '../autofill/field-menu.ts'

export default defineUnlistedScript(() => offerMenus(Object.values(globalThis.cloisonWords ?? {})))
