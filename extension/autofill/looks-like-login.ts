const TYPED = /^(?:text|email|tel|password|number)$/
const LOGIN_WORDS =
  /user|usr|log[io]|sign|mail|pass|pwd|account|acct|member|ident|\bid\b|[-_.]id\b|otp|code|compte|utilis|benutz|konto|kenn|usuar|cuenta|utent|conta|gebruik|kullan|logowan/i

/**
 * Returns true for a field that could be part of a login. The rules are cheap, read attributes only and prefer yes, since the answer only
 * decides whether the detector is loaded, which then decides. Called when a field gets the focus, never for a whole page.
 */
export function looksLikeLogin(field: HTMLInputElement): boolean {
  const { type } = field
  if (type === 'password' || type === 'email') return true
  if (!TYPED.test(type)) return false
  const text = `${field.autocomplete} ${field.name} ${field.id} ${field.placeholder} ${field.ariaLabel ?? ''}`
  return LOGIN_WORDS.test(text) || hasPassword(field.getRootNode())
}

const hasPassword = (root: Node): boolean =>
  (root instanceof Document || root instanceof ShadowRoot) && root.querySelector('input[type=password]') !== null
