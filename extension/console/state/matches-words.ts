const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether the text holds every typed word, whatever the case and accents. */
export function matchesWords(text: string, typed: string): boolean {
  const within = withoutAccents(text)
  return withoutAccents(typed)
    .split(/\s+/)
    .every((word) => within.includes(word))
}
