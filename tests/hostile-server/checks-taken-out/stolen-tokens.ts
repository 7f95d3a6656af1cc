import type { TakenOut } from './taken-out.ts'

const proofs = 'server/middleware/proofs.ts'
const test = 'server/routes/stolen-tokens.test.ts'
const letIn = "'let in'"

/** What stands between a stolen token and what its session may do (P2, RFC 9449). */
export const stolenTokens: TakenOut[] = [
  {
    s: 'P2',
    check: 'a proof is by the key that the token is bound to',
    edits: [
      {
        file: proofs,
        find: 'if (known.thumbprint !== claims.thumbprint) throw',
        put: 'if (known.thumbprint === "") throw',
      },
    ],
    test,
    title: 'a stolen token with a proof by another key opens nothing',
    gains: letIn,
  },
  {
    s: 'P2',
    check: 'a proof is signed by the key that it names',
    edits: [
      {
        file: proofs,
        find: "if (!(await crypto.subtle.verify(ecdsa, known.key, Buffer.from(signature, 'base64url'), signed)))",
        put: "if (!(await crypto.subtle.verify(ecdsa, known.key, Buffer.from(signature, 'base64url'), signed)) && time < 0)",
      },
    ],
    test,
    title: 'a stolen token with a proof by another key opens nothing',
    gains: letIn,
  },
  {
    s: 'P2',
    check: 'a proof is made with a nonce of this process that is not too old',
    edits: [
      {
        file: proofs,
        find: 'if (time === null) throw needsNonce()',
        put: 'if (time === null) return (await tokens.read(token, hash, evenIfExpired))!',
      },
    ],
    test,
    title: 'a proof that was kept back is too old after ten minutes',
    gains: 'expected [ 200',
  },
  {
    s: 'P2',
    check: 'a proof is used once',
    edits: [{ file: proofs, find: "if (used.use(one) !== 'new') throw", put: "if (used.use(one) === 'old') throw" }],
    test,
    title: 'a captured proof is good for nothing else, and not once more',
    gains: letIn,
  },
  {
    s: 'P2',
    check: 'a proof is for this token',
    edits: [{ file: proofs, find: 'if (said.ath !== hash) throw', put: "if (said.ath === '') throw" }],
    test,
    title: 'a captured proof is good for nothing else, and not once more',
    gains: letIn,
  },
  {
    s: 'P2',
    check: 'a proof is for this method',
    edits: [{ file: proofs, find: 'if (said.htm !== method) throw', put: "if (said.htm === '') throw" }],
    test,
    title: 'a captured proof is good for nothing else, and not once more',
    gains: letIn,
  },
  {
    s: 'P2',
    check: 'a proof is for this address',
    edits: [{ file: proofs, find: 'if (said.htu !== address) throw', put: "if (said.htu === '') throw" }],
    test,
    title: 'a captured proof is good for nothing else, and not once more',
    gains: letIn,
  },
]
