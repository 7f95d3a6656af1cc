import { AskFailure } from '../messages/ask.ts'

const codes: Readonly<Record<string, string>> = {
  AbortError: 'key-cancelled',
  ConstraintError: 'key-unusable',
  InvalidStateError: 'key-already-registered',
  NotAllowedError: 'key-cancelled',
  NotSupportedError: 'key-unusable',
  SecurityError: 'key-unusable',
}

/**
 * What the browser says of a ceremony that did not end well (WebAuthn L3, 5.1.3 and 5.1.4), as one of our codes. The
 * browser tells cancelling, a time-out and a wrong key's absence with one name, so that pages cannot tell them apart. The
 * library wraps some errors of the browser in one of its own, of the same name.
 */
export function keyFailure(thrown: unknown): never {
  const name = thrown instanceof Error ? thrown.name : ''
  throw new AskFailure(codes[name] ?? 'key-unusable', {})
}
