import type { Field } from './visible.ts'

/** An action that sends nothing anywhere: the page itself runs it, or the browser shows an empty page. */
const SILENT = new Set(['javascript:', 'about:'])

/**
 * The addresses outside the page's own origin that the browser would send this field to, as the page stands now (P8): by its form's
 * action, and by the `formaction` of every button of that form, inside it or outside. Empty for a field without a form, and
 * for forms that send to where the page came from. Read past a form's own properties, which fields named `action` or `elements` hide.
 */
export function sendsTo(field: Field): string[] {
  const hrefs = formsAround(field)
    .flatMap(actionsOf)
    .flatMap((action) => hrefOf(action, field) ?? [])
  return [...new Set(hrefs)]
}

/** Its own form; and those around the shadow roots that it stands in: what holds a root may send on what is in it. */
function formsAround(field: Field): HTMLFormElement[] {
  const forms = [field.form]
  for (let root = field.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
    forms.push(root.host.closest('form'))
  return forms.filter((form) => form !== null)
}

/** Null stands for the page's own address. */
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

/** As the browser resolves it, a `<base>` included; null where nothing would leave the origin. What is no address is not sent. */
function hrefOf(action: string | null, field: Field): string | null {
  if (action === null || action === '') return null
  const url = URL.parse(action, field.baseURI)
  if (url === null || SILENT.has(url.protocol)) return null
  const isOwn = /^https?:$/.test(url.protocol) && url.origin === location.origin
  return isOwn ? null : url.href
}
