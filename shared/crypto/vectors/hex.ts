/** Published vectors are hexadecimal; this is for tests only. */
export const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))
