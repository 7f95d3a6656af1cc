/** Of the network and of postgres.js: no connection, or it broke off. */
const lost = new Set([
  ...[
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOENT',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EPIPE',
    'ETIMEDOUT',
  ],
  ...['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'CONNECTION_ENDED', 'CONNECT_TIMEOUT'],
])

/** SQLSTATE: connection exceptions, insufficient resources, shut down or starting or crashed, input and output errors. */
const states = /^(08|53|57P0[1-5]|58)/

/**
 * Whether this error (or its cause: drizzle wraps) means that the database does not answer now, rather than that the query was
 * wrong. A write that ends so may or may not have happened.
 */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && (lost.has(error.code) || states.test(error.code)))
    return true
  return isDatabaseDown(error.cause)
}
