import { hueOf, initialsOf } from './hue.ts'

/** The hues of tokens.css by light, for a place without a stylesheet. */
export const badgeHues = [
  ...['#c24d5d', '#a14206', '#b77610', '#6e5c09', '#6c8e03', '#046a2f'],
  ...['#059488', '#11697a', '#0486d3', '#434baa', '#9565c7', '#9b3876'],
] as const

const PRODUCT = 'Cloison'
/** Ours by tokens.css: where nobody in particular is worked for, a mark on the button is nobody's. */
const ACCENT = '#0b6e5b'

/** Letters that are read on every hue: white on the darker half. */
const lettersOn = (hue: number) => (hue % 2 === 1 ? '#ffffff' : '#000000')

/** A client on the toolbar's button: its colour, its initials, its whole name under the pointer. */
export function clientBadge(client: { readonly folder: string; readonly name: string } | null) {
  if (client === null) return { text: '', colour: ACCENT, letters: '#ffffff', title: PRODUCT }
  const hue = hueOf(client.folder)
  return {
    text: initialsOf(client.name),
    colour: badgeHues[hue] ?? badgeHues[0],
    letters: lettersOn(hue),
    title: `${PRODUCT} · ${client.name}`,
  }
}
