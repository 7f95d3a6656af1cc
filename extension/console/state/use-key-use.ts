import { useEffect, useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import { useAct } from '../../messages/use-act.ts'
import type { KeyUse } from './people-list.ts'

/** How many keys each has and when they last unlocked, asked anew each time that a screen opens; null for who may not know it. */
export function useKeyUse(asks: boolean): { readonly use: KeyUse; readonly failed: string | null } {
  const [use, setUse] = useState<KeyUse>(null)
  const act = useAct()
  useEffect(() => {
    if (!asks) return
    act.run(async () => {
      const said = await ask('keys.use', null)
      setUse(new Map(said.map(({ member, keys, usedAt }) => [member, { keys, usedAt }])))
    })
  }, [asks])
  return { use, failed: act.failed?.code ?? null }
}
