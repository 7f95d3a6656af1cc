/** Returns a random number from 0 up to, not including, 1. Used to spread the requests of many devices over time. */
export const randomFraction = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
