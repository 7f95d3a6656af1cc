import { signal } from '@preact/signals'

/** The values that a pattern's `:names` stand for. */
export type Params<Pattern extends string> = Pattern extends `${infer Head}/${infer Tail}`
  ? Params<Head> & Params<Tail>
  : Pattern extends `:${infer Name}`
    ? { readonly [K in Name]: string }
    : unknown

/** The path in a hash: `#/folders/a%20b` is `/folders/a%20b`; none is `/`. */
export function pathOf(hash: string): string {
  const path = hash.replace(/^#/, '')
  return path.startsWith('/') ? path : `/${path}`
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

function valuesOf(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/').filter(Boolean)
  const parts = path.split('/').filter(Boolean)
  if (wanted.length !== parts.length) return null
  const values: Record<string, string> = {}
  for (const [at, want] of wanted.entries()) {
    const part = parts[at] ?? ''
    if (want.startsWith(':')) {
      const value = decode(part)
      if (value === null) return null
      values[want.slice(1)] = value
    } else if (want !== part) return null
  }
  return values
}

/** The values of `path` under `pattern` (`/folders/:folder`), or null when it does not match. */
export function matchPath<Pattern extends string>(pattern: Pattern, path: string): Params<Pattern> | null {
  const hasAll = (values: Record<string, string> | null): values is Record<string, string> & Params<Pattern> =>
    values !== null
  const values = valuesOf(pattern, path)
  return hasAll(values) ? values : null
}

const hash = () => (typeof location === 'undefined' ? '' : location.hash)

/** The current path. */
export const route = signal(pathOf(hash()))

/**
 * The way here. P10: the browser writes addresses and history to disk, so the paths, which hold ids, stay in memory; its
 * history holds step numbers alone. A reload begins at the page's first place, unless `resume` is given the way again.
 */
const trail = [route.value]
let step = 0

/** The step at which this page was when it was loaded anew; null at a first visit, or where the address names a place. */
export const stepBefore: number | null =
  typeof history !== 'undefined' && typeof history.state === 'number' && route.value === '/' ? history.state : null

/** The paths of the way here, by their steps. */
export const trailHere = (): readonly string[] => trail.slice(0)

/** Goes on where the page was before it was loaded anew, if nobody has gone anywhere since: "Back" then leads the same way too. */
export function resume(paths: readonly string[], at: number): void {
  const path = paths[at]
  if (path === undefined || trail.length > 1 || step !== 0) return
  trail.splice(0, Infinity, ...paths)
  step = at
  history.replaceState(step, '')
  route.value = path
}

if (typeof window !== 'undefined') {
  history.replaceState(step, '')
  // The address was changed from outside: by the worker when it opens a ceremony, or by the person.
  window.addEventListener('hashchange', () => {
    if (typeof history.state === 'number') return
    enter(pathOf(hash()))
    history.replaceState(step, '')
  })
  window.addEventListener('popstate', ({ state }) => {
    if (typeof state !== 'number') return
    step = state
    route.value = trail[step] ?? '/'
  })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null
    if (link === null) return
    event.preventDefault()
    navigate(pathOf(link.getAttribute('href') ?? ''))
  })
}

function enter(path: string): void {
  trail.splice(step + 1, Infinity, path)
  step += 1
  route.value = path
}

/** Goes to a path. With `replace`, "Back" does not return to the current one. */
export function navigate(path: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') {
    enter(path)
    history.pushState(step, '', location.pathname + location.search)
    return
  }
  trail[step] = path
  history.replaceState(step, '', location.pathname + location.search)
  route.value = path
}
