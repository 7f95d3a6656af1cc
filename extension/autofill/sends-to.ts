import type { Field } from './visible.ts'

/** Schemes of actions that send nothing: a script of the page, or an empty page. */
const SILENT = new Set(['javascript:', 'about:'])

/**
 * Returns the addresses outside the page's own origin to which the browser would send this field now (P8): the form's action, and the
 * `formaction` of each of its buttons, even outside the form. Empty for a field without a form and for forms that send to the page's own
 * origin. Calls the prototypes' methods, since fields named `action` or `elements` hide the form's own properties.
 */
export function sendsTo(field: Field): string[] {
  const hrefs = formsAround(field)
    .flatMap(actionsOf)
    .flatMap((action) => hrefOf(action, field) ?? [])
  return [...new Set(hrefs)]
}

/** Returns the field's form and the forms around its shadow roots, since a host may send on what is typed inside it. */
function formsAround(field: Field): HTMLFormElement[] {
  const forms = [field.form]
  for (let root = field.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    forms.push(root.host.closest('form'))
  return forms.filter((form) => form !== null)
}

/** Returns the action and all formactions of a form. Null stands for the page's own address. */
function actionsOf(form: HTMLFormElement): (string | null)[] {
  const buttons = buttonsIn(Node.prototype.getRootNode.call(form), form)
  return [
    Element.prototype.getAttribute.call(form, 'action'),
    ...buttons.map((button) => button.getAttribute('formaction')),
  ]
}

function buttonsIn(root: Node, form: HTMLFormElement): Element[] {
  if (!(root instanceof Document || root instanceof ShadowRoot || root instanceof Element)) return []
  return [...root.querySelectorAll('button[formaction], input[formaction]')].filter(
    (button) => (button instanceof HTMLButtonElement || button instanceof HTMLInputElement) && button.form === form,
  )
}

/** Returns the address as the browser resolves it, with `<base>`; null where nothing leaves the origin, or the address is invalid. */
function hrefOf(action: string | null, field: Field): string | null {
  if (action === null || action === '') return null
  const url = URL.parse(action, field.baseURI)
  if (url === null || SILENT.has(url.protocol)) return null
  const isOwn = /^https?:$/.test(url.protocol) && url.origin === location.origin
  return isOwn ? null : url.href
}
