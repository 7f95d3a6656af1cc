const TYPED = /^(?:text|email|tel|password|number)$/
const SAID =
  /user|usr|log[io]|sign|mail|pass|pwd|account|acct|member|ident|\bid\b|[-_.]id\b|otp|code|compte|utilis|benutz|konto|kenn|usuar|cuenta|utent|conta|gebruik|kullan|logowan/i

/**
 * Whether a field could be part of a login, by cheap rules that read attributes alone and err towards yes: it decides only
 * whether the engine is loaded, which then judges. Asked at a focus, never of a whole page.
 */
export function looksLikeLogin(field: HTMLInputElement): boolean {
  const { type } = field
  if (type === 'password' || type === 'email') return true
  if (!TYPED.test(type)) return false
  const said = `${field.autocomplete} ${field.name} ${field.id} ${field.placeholder} ${field.ariaLabel ?? ''}`
  return SAID.test(said) || hasPassword(field.getRootNode())
}

const hasPassword = (root: Node): boolean =>
  (root instanceof Document || root instanceof ShadowRoot) && root.querySelector('input[type=password]') !== null
