import { install } from '../../extension/autofill/page.ts'
import { LATIN } from '../../extension/autofill/vocabulary/latin.ts'
import { OTHER } from '../../extension/autofill/vocabulary/other.ts'
import { OWN } from '../../extension/autofill/vocabulary/own.ts'

// Installs the detector as the extension's injected scripts do for a fill, but without the extension.
install([OWN, LATIN, OTHER])
