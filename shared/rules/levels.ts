/** The levels of access to a folder, from least to most. */
export const levels = ['fill', 'read', 'edit', 'manage'] as const
export type Level = (typeof levels)[number]

/** True when `level` is `needed` or more; no level at all is never enough. */
export const atLeast = (level: Level | null, needed: Level) =>
  level !== null && levels.indexOf(level) >= levels.indexOf(needed)
