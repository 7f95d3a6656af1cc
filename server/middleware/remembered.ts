export type Remembered<T> = ReturnType<typeof createRemembered<T>>

/** Keeps the `most` values that were last asked for or kept, by their text; the one not asked for the longest goes first. */
export function createRemembered<T>(most: number) {
  const kept = new Map<string, T>()

  function keep(key: string, value: T): void {
    kept.delete(key)
    kept.set(key, value)
    if (kept.size <= most) return
    const [oldest = ''] = kept.keys()
    kept.delete(oldest)
  }

  return {
    /** What was kept by that text, null where nothing is. */
    get(key: string): T | null {
      const value = kept.get(key)
      if (value === undefined) return null
      keep(key, value)
      return value
    },
    keep,
  }
}
