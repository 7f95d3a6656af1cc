import { useEffect, useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { UnsentLook } from '../../messages/views.ts'
import { codeOf } from '../state/failing.ts'
import type { FolderId, ItemId } from '../state/ids.ts'

export type Look = { state: 'opening' } | { state: 'open'; look: UnsentLook } | { state: 'failed'; code: string }

/** Opens what an edit holds for as long as it is drawn, and again at each new `version`. P10: it goes with the component. */
export function useUnsentLook(folder: FolderId, item: ItemId, version: string): Look {
  const [now, setNow] = useState<Look>({ state: 'opening' })
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
