import './kbd.css'

/** A key to press, as it stands on the keyboard. */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd class="ui-kbd">{children}</kbd>
}
