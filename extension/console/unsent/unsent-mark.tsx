import { CloudOff, Scale, CircleSlash } from 'lucide-preact'
import type { UnsentState } from '../../messages/views.ts'
import { Badge } from '../../ui/badge.tsx'
import { unsentWords } from '../../words/console-unsent.ts'

export const markIcon = { waiting: CloudOff, choose: Scale, refused: CircleSlash } as const

/** The mark on the row of a login with an unsent edit. */
export function UnsentMark({ state }: { readonly state: UnsentState }) {
  return (
    <Badge kind={state === 'waiting' ? 'neutral' : 'warn'} icon={markIcon[state]}>
      {unsentWords().mark[state]}
    </Badge>
  )
}
