import { install } from '../../extension/autofill/page.ts'

// What the extension's injected script does, without the extension.
install()
