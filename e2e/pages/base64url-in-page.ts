import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'

/** Returns the decoded bytes of each text, or the code of the error; and each list of bytes encoded. */
globalThis.base64url = (texts, lists) => ({
  read: texts.map((text) => {
    try {
      return [...fromBase64url(text)]
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    }
  }),
  spelled: lists.map((bytes) => toBase64url(Uint8Array.from(bytes))),
})

declare global {
  var base64url: (texts: string[], lists: number[][]) => { read: (number[] | string)[]; spelled: string[] }
}
