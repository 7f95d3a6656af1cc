import { KeyDrawing, type KeyState } from '../ui/key-drawing.tsx'
import { unlockWords } from '../words/unlock.ts'

/** Where a ceremony with the key stands. */
export type Touching = 'idle' | 'waiting' | 'again' | 'touched'

const drawn: Readonly<Record<Touching, KeyState>> = {
  idle: 'idle',
  waiting: 'waiting',
  again: 'waiting',
  touched: 'touched',
}

/** The drawing of the key, and what it waits for in words that a screen reader announces. */
export function Touch({ state, idle, touched }: { state: Touching; idle: string; touched: string }) {
  const t = unlockWords()
  const said = { idle, waiting: t.touchNow, again: t.touchAgain, touched }[state]
  return (
    <div class="sheet-touch">
      <KeyDrawing state={drawn[state]} />
      <p role="status">{said}</p>
    </div>
  )
}
