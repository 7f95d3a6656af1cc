import type { ComponentChildren } from 'preact'

/** A line of what is known of a client. */
export function Fact({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="c-fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
