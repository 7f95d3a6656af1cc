/** A server's origin, exact and large, in a font that distinguishes similar letters. */
export function Origin({ origin, small = false }: { readonly origin: string; readonly small?: boolean }) {
  return (
    <p class="sheet-origin ui-mono" data-small={small}>
      {origin}
    </p>
  )
}
