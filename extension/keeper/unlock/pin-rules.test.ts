import { expect, test } from 'vitest'
import { checkNewPin } from './pin-rules.ts'

test.each(['', '12345', 'aé9x!', '  9x4', '𝒜𝒜𝒜𝒜𝒜'])('fewer than six characters are too short: %j', (pin) => {
  expect(() => {
    checkNewPin(pin)
  }).toThrow(expect.objectContaining({ code: 'short-pin' }) as Error)
})

test.each([
  ...['123456', '654321', '890123', '000000', '121212', '123123', '112233', 'abcdef', 'AZERTY', 'qwertz', 'zzzzzzzz'],
  ...['240189', '24011989', '19890124', '890124', '01241989', '24/01/1989', '24-01-89', '1989 01 24'],
  ...['password', 'Password1', 'motdepasse2024', 'Bonjour!', 'cloison', 'doudou99', 'abcabc', 'Xy7Xy7'],
  ...['１２３４５６', '9x4k\ud800z'],
])('a common PIN is refused: %j', (pin) => {
  expect(() => {
    checkNewPin(pin)
  }).toThrow(expect.objectContaining({ code: 'weak-pin' }) as Error)
})

test.each(['739214', 'pin-9x4k', 'corail-9035', '#@$%^&*(', 'été 1 nuage', '480937', 'Marée-17'])(
  'an uncommon PIN is accepted: %j',
  (pin) => {
    expect(() => {
      checkNewPin(pin)
    }).not.toThrow()
  },
)
