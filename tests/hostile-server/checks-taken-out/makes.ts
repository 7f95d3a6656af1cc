import type { TakenOut } from './taken-out.ts'

const attestation = 'server/middleware/attestation.ts'
const metadata = 'server/metadata.ts'
const enrolling = 'server/routes/attestation.test.ts'
const reading = 'server/metadata.test.ts'

/** Whose keys are registered where the policy asks for their make: a colleague brings another key than they should (S14). */
export const makes: TakenOut[] = [
  {
    s: 'S14',
    check: 'a key’s attestation leads to a root of its maker',
    edits: [{ file: attestation, find: 'if (await leadsTo(chain, root)) return true', put: 'return true' }],
    test: enrolling,
    title: 'who is not the model’s maker vouches for nothing',
    gains: "expected undefined to be 'bad-attestation'",
  },
  {
    s: 'S14',
    check: 'a model of which the metadata names no root is vouched for by nobody',
    edits: [
      {
        file: attestation,
        find: 'for (const root of model.roots) if',
        put: "for (const root of [...model.roots, '']) if",
      },
      {
        file: attestation,
        find: '[convertCertBufferToPEM(plain(anchor))]',
        put: "root === '' ? [] : [convertCertBufferToPEM(plain(anchor))]",
      },
    ],
    test: enrolling,
    title: 'who is not the model’s maker vouches for nothing',
    gains: "expected undefined to be 'bad-attestation'",
  },
  {
    s: 'S14',
    check: 'a mere certificate of a key certifies no other',
    edits: [
      { file: attestation, find: 'if (!above.every((one) => new X509Certificate(one).ca)) return false', put: '' },
    ],
    test: enrolling,
    title: 'who is not the model’s maker vouches for nothing',
    gains: "expected undefined to be 'bad-attestation'",
  },
  {
    s: 'S14',
    check: 'the policy’s list of models',
    edits: [
      {
        file: attestation,
        find: 'if (authenticators.length > 0 && !authenticators.includes(aaguid))',
        put: 'if (authenticators.length < 0)',
      },
    ],
    test: enrolling,
    title: 'a model off the policy’s list is not registered',
    gains: "expected undefined to be 'key-not-allowed'",
  },
  {
    s: 'S14',
    check: 'what the metadata reports of a model',
    edits: [{ file: attestation, find: 'if (model.isUnsafe)', put: 'if (model === null)' }],
    test: enrolling,
    title: 'or of which it reports a break, is not registered',
    gains: "expected undefined to be 'key-unsafe'",
  },
  {
    s: 'S14',
    check: 'the metadata is signed by the FIDO Alliance, and not by another customer of its root',
    edits: [
      {
        file: metadata,
        find: "if (leaf?.checkHost(signer, { subject: 'always' }) !== signer)",
        put: 'if (leaf === undefined)',
      },
    ],
    test: reading,
    title: 'a file that another customer of the same root signs is refused',
    gains: "expected 'taken'",
  },
  {
    s: 'S14',
    check: 'who certifies the metadata’s signer may certify',
    edits: [{ file: metadata, find: 'if (!above.every(({ ca }) => ca))', put: 'if (above.length < 0)' }],
    test: reading,
    title: 'a file that another customer of the same root signs is refused',
    gains: "expected 'taken'",
  },
  {
    s: 'S14',
    check: 'the process asks no server for what a certificate names',
    edits: [{ file: 'server/main.ts', find: 'askNobody()\n', put: '\n' }],
    test: 'server/lifecycle.test.ts',
    title: 'asks nobody for what its signer’s certificate names',
    gains: 'expected 1 to be +0',
  },
  {
    s: 'S14',
    check: 'a list of models stands only where they are proved, sorted and short',
    edits: [{ file: 'shared/ledger/replay/owners.ts', find: ' && isSoundList(policy)', put: '' }],
    test: 'shared/ledger/replay/owners.test.ts',
    title: 'a list of models stands only where they are proved',
    gains: "to be 'malformed'",
  },
]
