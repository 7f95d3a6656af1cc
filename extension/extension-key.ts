/**
 * The public key that fixes the extension's id, hence its WebAuthn RP id (P3). Its private half was thrown away: it serves
 * unpacked use, the demo and the tests. Who deploys packs under a key of their own.
 * Form: base64 of an RSA-2048 SubjectPublicKeyInfo, as the manifest's `key` wants it.
 */
export const developmentKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAsnwbTzkoUGQUp/TBjK0ey8t8JO/pMKismvGKGjIMg0vCTBW93xGO0qRrjX7a6fhxV0hPT6V61rYFpjYWdPpt5r/oKRNWCX4eONvDDeXD4963WiMET5kPBdeodiB7B8eLu6HR/Y+27fRFP4wHM3TjZA3zLznPTNJW8Hra9Cr36ajc9RJJoX2h4npxcNrU6emWZRonx/7PBcyAE/Nu7MYMhs+xpAUgO8fZylSnF70J07C9t39+TMzCNbMGAdhfAf3Of/0jPTJLMXa7WMqLdctpuL0hE7wzerQNQ2nzGftEWpYFcJoWgYXjX68CLj3S48ZFCh3kv7dZTh0p2ueQx6UPHQIDAQAB'

/**
 * The id Chromium gives an extension whose manifest carries this key: the first 16 bytes of SHA-256 over the key's DER,
 * each half byte written as a letter a-p.
 * @param key base64 SubjectPublicKeyInfo
 * @returns 32 letters
 */
export async function extensionId(key: string): Promise<string> {
  const der = Uint8Array.from(atob(key), (char) => char.charCodeAt(0))
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', der))
  return Array.from(hash.subarray(0, 16), (byte) => letter(byte >> 4) + letter(byte & 15)).join('')
}

function letter(halfByte: number): string {
  return String.fromCharCode(97 + halfByte)
}
