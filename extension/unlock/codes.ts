/** The set-up code as the server knows it, from however it was typed or pasted; null when it cannot be one. */
export function setupCodeOf(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '')
  return letters.length === 16 ? [0, 4, 8, 12].map((at) => letters.slice(at, at + 4)).join('-') : null
}

/** An invitation code without what mail, chat and paper put into it: line ends, spaces seen and unseen, quotes. */
export function invitationCodeOf(pasted: string): string {
  return pasted.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff"'“”«»<>]/gu, '')
}
