import { gained } from './taken-out.ts'
import type { TakenOut } from './taken-out.ts'

const contexts = 'shared/crypto/contexts.ts'
const s09 = 'tests/hostile-server/s09-unlock.test.ts'

/** What an unlock believes of a server (S9). */
export const unlocking: TakenOut[] = [
  {
    s: 'S9',
    check: 'the evaluation is proved to be under the VOPRF key that the server names',
    edits: [
      {
        file: 'shared/crypto/voprf-blind.ts',
        find: 'voprf.finalize(own, scalar, evaluation, blinded, publicKey, proof)',
        put: 'ristretto255_oprf.oprf.finalize(own, scalar, evaluation)',
      },
    ],
    test: s09,
    title: 'opens nothing, and the person is told',
    gains: gained.believed,
  },
  {
    s: 'S9',
    check: 'the PIN goes out under a fresh blinding each time',
    edits: [
      {
        file: 'shared/crypto/voprf-blind.ts',
        find: 'voprf.blind(own)',
        put: 'voprf.blind(own, (length = 64) => new Uint8Array(length).fill(7))',
      },
    ],
    test: s09,
    title: 'tries that the server gives back gain nothing',
    gains: 'expected 2 to be 6',
  },
  {
    s: 'S9',
    check: 'the sealed seed has the tag of this PIN and key',
    edits: [
      {
        file: 'shared/crypto/unlock.ts',
        find: "if (!equal(sealed.subarray(0, TAG), keys.tag)) throw new Failure('wrong-pin-or-key')",
        put: '',
      },
    ],
    test: s09,
    title: 'opens nothing, and the person is told',
    gains: gained.believed,
  },
  {
    s: 'S9',
    check: 'the sealed seed is of the revision that the server names',
    edits: [
      {
        file: contexts,
        find: "place('sealed-seed', at.credentialId, at.voprfPublicKey, at.revision)",
        put: "place('sealed-seed', at.credentialId, at.voprfPublicKey)",
      },
    ],
    test: s09,
    title: 'opens nothing, and the person is told',
    gains: gained.believed,
  },
  {
    s: 'S9',
    check: 'a desk takes no sealed seed that is older than one it has opened',
    edits: [
      {
        file: 'extension/keeper/vault/seen-seals.ts',
        find: "if (revision < highest) throw new Failure('old-seal')",
        put: '',
      },
    ],
    test: 'tests/headless/shift.test.ts',
    title: 'a server that kept the row of an old PIN',
    gains: 'promise resolved',
  },
  {
    s: 'S9',
    check: 'a touch and a session are for the server that asked for them',
    edits: [
      {
        file: contexts,
        find: "'cloison/v1/webauthn', purpose, serverOrigin, nonce",
        put: "'cloison/v1/webauthn', purpose, nonce",
      },
      {
        file: contexts,
        find: "place('session', of.purpose, idBytes(of.org), of.serverOrigin,",
        put: "place('session', of.purpose, idBytes(of.org),",
      },
    ],
    test: s09,
    title: 'a touch asked for by one server is good at no other',
    gains: 'promise resolved',
  },
  {
    s: 'S9',
    check: 'an answer says what the protocol knows, and nothing besides',
    edits: [
      {
        file: 'shared/protocol/unlock.ts',
        find: 'export const evaluateReply = z.lazy(() =>\n  z.strictObject({',
        put: 'export const evaluateReply = z.lazy(() =>\n  z.object({',
      },
    ],
    test: s09,
    title: 'in any of its answers is not understood',
    gains: gained.believed,
  },
  {
    s: 'S9',
    check: 'a nonce is good once, and a key’s counter does not stand still',
    edits: [
      {
        file: 'server/store/nonces.ts',
        find: 'if (used.length !== all.length) throw',
        put: 'if (used.length < 0) throw',
      },
      { file: 'server/middleware/touch.ts', find: 'counter: key.counter }', put: 'counter: 0 }' },
    ],
    test: s09,
    title: 'nor by the same touch served once more',
    gains: 'expected 200 to be 401',
  },
]
