import { noticeWords } from '../words/notices.ts'
import { initialsOf } from './initials.ts'

/** The hues of tokens.css by light, for a place without a stylesheet. */
export const badgeHues = [
  ...['#c24d5d', '#a14206', '#b77610', '#6e5c09', '#6c8e03', '#046a2f'],
  ...['#059488', '#11697a', '#0486d3', '#434baa', '#9565c7', '#9b3876'],
] as const

const PRODUCT = 'Cloison'
/** A toolbar button has room for four letters. */
const MOST = 99
/** Our own colour in tokens.css, for a badge while no client is active. */
const ACCENT = '#0b6e5b'

/** The colour of the letters that has enough contrast on a hue: white on the darker half. */
const lettersOn = (hue: number) => (hue % 2 === 1 ? '#ffffff' : '#000000')

/**
 * The toolbar button of a client: its colour, its initials, and its whole name as tooltip. Without an active client it shows how many
 * things wait for this person; beside a client only the tooltip says so, since an agent has to see for whom they work.
 */
export function clientBadge(client: { readonly name: string; readonly hue: number } | null, waits = 0) {
  const said = waits === 0 ? [] : [noticeWords().wait(waits)]
  if (client === null) {
    const text = waits === 0 ? '' : waits > MOST ? `${String(MOST)}+` : String(waits)
    return { text, colour: ACCENT, letters: '#ffffff', title: [PRODUCT, ...said].join(' · ') }
  }
  const { hue } = client
  return {
    text: initialsOf(client.name),
    colour: badgeHues[hue] ?? badgeHues[0],
    letters: lettersOn(hue),
    title: [PRODUCT, client.name, ...said].join(' · '),
  }
}
