import { User, Users } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { RowText } from '../../ui/row-text.tsx'

type WhoProps = {
  readonly kind: 'team' | 'member'
  readonly name: string
  readonly under?: string | null
  readonly children?: ComponentChildren
}

/** A team or a person in a row. */
export function Who({ kind, name, under = null, children }: WhoProps) {
  return (
    <span class="c-who">
      <RowText icon={kind === 'team' ? Users : User} name={name} under={under}>
        {children}
      </RowText>
    </span>
  )
}
