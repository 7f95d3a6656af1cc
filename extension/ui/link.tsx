import type { ComponentChildren } from 'preact'
import { route } from './router.ts'

export interface LinkProps {
  readonly to: string
  readonly children: ComponentChildren
  readonly class?: string
}

/** A link to another path of this page, with `aria-current` when that is the current one. */
export function Link({ to, children, class: name }: LinkProps) {
  return (
    <a href={`#${to}`} class={name} aria-current={route.value === to ? 'page' : undefined}>
      {children}
    </a>
  )
}
