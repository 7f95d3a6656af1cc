import { useEffect, useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { UnsentLook } from '../../messages/views.ts'
import { codeOf } from '../state/failing.ts'
import type { FolderId, ItemId } from '../state/ids.ts'

export type UnsentLookState =
  { state: 'opening' } | { state: 'open'; look: UnsentLook } | { state: 'failed'; code: string }

/** Fetches the content of an edit while the component is drawn, again for each new `version`. P10: dropped with the component. */
export function useUnsentLook(folder: FolderId, item: ItemId, version: string): UnsentLookState {
  const [now, setNow] = useState<UnsentLookState>({ state: 'opening' })
  useEffect(() => {
    let current = true
    ask('unsent.read', { folder, item }).then(
      (look) => {
        if (current) setNow({ state: 'open', look })
      },
      (error: unknown) => {
        if (current) setNow({ state: 'failed', code: codeOf(error) })
      },
    )
    return () => {
      current = false
    }
  }, [folder, item, version])
  return now
}
