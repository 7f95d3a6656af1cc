import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toBase64url } from '../../shared/bytes/base64url.ts'
import { getAssertion } from './webauthn.ts'

// What journeys cannot see: no key answers here, and no secret is one. The ceremonies themselves are walked in a browser.
const asked = { rpId: 'us', challenge: 'AAAA', prfSalt: toBase64url(new Uint8Array(32).fill(7)) }
type Options = { publicKey: { userVerification: string; rpId: string; extensions: object }; signal: AbortSignal }
const get = vi.fn<(options: Options) => Promise<unknown>>()

beforeEach(() => {
  vi.stubGlobal('PublicKeyCredential', Object)
  vi.stubGlobal('navigator', { credentials: { get } })
})
afterEach(() => {
  get.mockReset()
})

const untouched = ({ signal }: Options) =>
  new Promise((_, reject) => {
    // As a browser rejects it: with whatever reason the abort was given.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    signal.addEventListener('abort', () => reject(signal.reason))
  })

const bytes = () => new Uint8Array([1, 2, 3]).buffer
function touched(first: ArrayBuffer) {
  const response = { clientDataJSON: bytes(), authenticatorData: bytes(), signature: bytes(), userHandle: bytes() }
  return {
    id: 'AQID',
    rawId: bytes(),
    type: 'public-key',
    response,
    getClientExtensionResults: () => ({ prf: { results: { first } } }),
  }
}

const cancelled = expect.objectContaining({ code: 'key-cancelled' })

test('P2: the PRF input goes in as bytes, the PRF value comes out as text, and its bytes are overwritten', async () => {
  const secret = new Uint8Array(32).fill(9)
  get.mockResolvedValueOnce(touched(secret.buffer))
  const { prf } = await getAssertion(asked, new AbortController().signal)
  expect(prf).toBe(toBase64url(new Uint8Array(32).fill(9)))
  expect(secret).toEqual(new Uint8Array(32))
  expect(get.mock.calls[0]?.[0].publicKey).toMatchObject({
    rpId: 'us',
    userVerification: 'required',
    extensions: { prf: { eval: { first: new Uint8Array(32).fill(7) } } },
  })
})

test('a cancel ends the ceremony that it is for, and none that comes later', async () => {
  const [first, second] = [new AbortController(), new AbortController()]
  get.mockResolvedValueOnce(touched(new Uint8Array(32).buffer))
  await getAssertion(asked, first.signal)
  get.mockImplementationOnce(untouched)
  const waiting = getAssertion(asked, second.signal)
  first.abort()
  expect(get.mock.calls[1]?.[0].signal.aborted).toBe(false)
  second.abort()
  await expect(waiting).rejects.toEqual(cancelled)
})

test('what was cancelled before it began asks for no key', async () => {
  await expect(getAssertion(asked, AbortSignal.abort())).rejects.toEqual(cancelled)
  expect(get).not.toHaveBeenCalled()
})
