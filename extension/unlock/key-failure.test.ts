import { WebAuthnError } from '@simplewebauthn/browser'
import { expect, test } from 'vitest'
import { keyFailure } from './key-failure.ts'

function codeOf(thrown: unknown): unknown {
  try {
    keyFailure(thrown)
  } catch (failure) {
    return failure instanceof Error && 'code' in failure ? failure.code : failure
  }
}

test('a touch that did not come is told as one thing, whether cancelled or timed out', () => {
  expect(codeOf(new DOMException('timed out', 'NotAllowedError'))).toBe('key-cancelled')
  expect(codeOf(new DOMException('by us', 'AbortError'))).toBe('key-cancelled')
})

test('a key registered before is named as such', () => {
  expect(codeOf(new DOMException('known', 'InvalidStateError'))).toBe('key-already-registered')
})

test('what the library wraps is told as what the browser has thrown', () => {
  const wrapped = (cause: Error) =>
    new WebAuthnError({ message: 'wrapped', code: 'ERROR_PASSTHROUGH_SEE_CAUSE_PROPERTY', cause })
  expect(codeOf(wrapped(new DOMException('timed out', 'NotAllowedError')))).toBe('key-cancelled')
  expect(codeOf(wrapped(Object.assign(new Error('by us'), { name: 'AbortError' })))).toBe('key-cancelled')
  expect(codeOf(wrapped(new DOMException('known', 'InvalidStateError')))).toBe('key-already-registered')
})

test('whatever else the browser throws never reaches the screen as it is', () => {
  expect(codeOf(new DOMException('odd', 'DataError'))).toBe('key-unusable')
  expect(codeOf(new TypeError('bad'))).toBe('key-unusable')
})
