import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { badgeHues, clientBadge } from './client-badge.ts'

const tokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').split('@media')[0] ?? ''

/** WCAG 2: the contrast of two colours. */
function contrast(one: string, other: string): number {
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

test('a badge has the colour of its client’s bar, and letters with enough contrast', () => {
  for (const [hue, colour] of badgeHues.entries()) expect(tokens).toContain(`--hue-${String(hue)}: ${colour};`)
  for (const [hue, own] of badgeHues.entries()) {
    const { colour, letters } = clientBadge({ name: 'Banque Azur', hue })
    expect(colour).toBe(own)
    expect(contrast(colour, letters)).toBeGreaterThan(4.5)
  }
})

test('a badge shows the client’s initials and name, and without an active client the plain button', () => {
  expect(clientBadge({ name: 'Banque Azur', hue: 3 })).toMatchObject({
    text: 'BA',
    title: 'Cloison · Banque Azur',
  })
  expect(clientBadge(null)).toMatchObject({ text: '', title: 'Cloison' })
})

test('without an active client the badge counts what waits; beside a client only the tooltip says so', () => {
  expect(clientBadge(null, 3)).toMatchObject({ text: '3', title: 'Cloison · 3 things wait for you' })
  expect(clientBadge(null, 120)).toMatchObject({ text: '99+' })
  const azur = { name: 'Banque Azur', hue: 3 }
  expect(clientBadge(azur, 1)).toMatchObject({ text: 'BA', title: 'Cloison · Banque Azur · 1 thing waits for you' })
})
