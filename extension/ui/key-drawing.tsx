import './key-drawing.css'

/** `idle`: not asked for yet. `waiting`: the person should touch it now. `touched`: the key has answered; it glows once. */
export type KeyState = 'idle' | 'waiting' | 'touched'

/** The drawing of a FIDO key. Words beside it say what it waits for. */
export function KeyDrawing({ state }: { readonly state: KeyState }) {
  return (
    <svg class="ui-key" data-state={state} viewBox="0 0 168 72" aria-hidden="true">
      <rect class="ui-key-plug" x="116" y="21" width="40" height="30" rx="2" />
      <path d="M146 29.5h5M146 42.5h5" />
      <rect class="ui-key-body" x="12" y="12" width="106" height="48" rx="12" />
      <circle cx="29" cy="36" r="6" />
      <circle class="ui-key-ring" cx="66" cy="36" r="20" />
      <circle class="ui-key-disc" cx="66" cy="36" r="14" />
      <circle class="ui-key-print" cx="66" cy="36" r="8.5" />
    </svg>
  )
}
