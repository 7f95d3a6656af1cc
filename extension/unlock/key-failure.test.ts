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

test('a touch that did not happen gets one code, whether the person cancelled or time ran out', () => {
  expect(codeOf(new DOMException('timed out', 'NotAllowedError'))).toBe('key-cancelled')
  expect(codeOf(new DOMException('by us', 'AbortError'))).toBe('key-cancelled')
})

test('a key that is registered already gets a code of its own', () => {
  expect(codeOf(new DOMException('known', 'InvalidStateError'))).toBe('key-already-registered')
})

test('an error that the library wraps has the code of the browser’s error', () => {
  const wrapped = (cause: Error) =>
    new WebAuthnError({ message: 'wrapped', code: 'ERROR_PASSTHROUGH_SEE_CAUSE_PROPERTY', cause })
  expect(codeOf(wrapped(new DOMException('timed out', 'NotAllowedError')))).toBe('key-cancelled')
  expect(codeOf(wrapped(Object.assign(new Error('by us'), { name: 'AbortError' })))).toBe('key-cancelled')
  expect(codeOf(wrapped(new DOMException('known', 'InvalidStateError')))).toBe('key-already-registered')
})

test('anything else that the browser throws becomes a code of ours', () => {
  expect(codeOf(new DOMException('odd', 'DataError'))).toBe('key-unusable')
  expect(codeOf(new TypeError('bad'))).toBe('key-unusable')
})
