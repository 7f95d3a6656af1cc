import { expect, test } from 'vitest'
import { judgePassword } from './judge-password.ts'

test.each([
  ['azerty', 'common'],
  ['Bienvenue2026!', 'common'],
  ['P@ssw0rd!!2024', 'common'],
  ['Décembre2025??', 'common'],
  ['aaaaaaaaaaaaaaaa', 'common'],
  ['qwertyuiopqwerty', 'common'],
  ['480112093317', 'common'],
  ['01012026', 'common'],
  ['mhk-Atlas-2026', 'like-name'],
  ['ines.martin75', 'like-name'],
  ['z9-Kf4!qL', 'short'],
] as const)('%s is weak: %s', (password, why) => {
  expect(judgePassword(password, ['Portail Atlas', 'ines.martin@client.example', 'portail.example'])).toBe(why)
})

test.each([
  'soleil-cheval-9-citadelle-bleue',
  'vq7-Hmurf-92kd',
  'Zibeline-6042-q',
  'Atlas-vq7Hmurf92kdPlonge',
  '𝒜éñ7-Hmurf-92',
])('%s is not weak by these rules', (password) => {
  expect(judgePassword(password, ['Portail Atlas', 'ines', 'atlas.example'])).toBeNull()
})
