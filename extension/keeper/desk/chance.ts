/** A number from 0 up to 1, so that many desks do not come in the same second. */
export const chance = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
