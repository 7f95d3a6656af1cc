import { initialsOf } from './initials.ts'
import './client-bar.css'

/** The 3 px bar of a client, beside its name. `tall` fills the height of its row. */
export function ClientBar({ hue, tall = false }: { readonly hue: number; readonly tall?: boolean }) {
  return (
    <span class="ui-client-bar" data-tall={tall} aria-hidden="true" style={{ '--hue': `var(--hue-${String(hue)})` }} />
  )
}

/** A client: its bar, its initials and its name. */
export function ClientName({ hue, name }: { readonly hue: number; readonly name: string }) {
  return (
    <span class="ui-client" title={name}>
      <ClientBar hue={hue} />
      <span class="ui-client-initials" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <span class="ui-cut">{name}</span>
    </span>
  )
}
