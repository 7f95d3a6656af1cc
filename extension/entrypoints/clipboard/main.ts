import { holdClipboard } from '../../popup/clipboard.ts'

void holdClipboard()
