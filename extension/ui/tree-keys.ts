import type { LucideIcon } from 'lucide-preact'

/** A node of a tree on screen. */
export interface TreeNode {
  readonly id: string
  readonly label: string
  readonly children: readonly TreeNode[]
  /** A short word or number at the end of the row. */
  readonly badge?: string | null
  /** For a client: the colour of its bar, 0 to 11. */
  readonly hue?: number | null
  /** States of the node, each an icon with its word. */
  readonly marks?: readonly { readonly icon: LucideIcon; readonly label: string }[]
  /** Only leads to nodes below it, and cannot be chosen. */
  readonly off?: boolean
}

/** A node that shows, with its place among its siblings (from 1) and its depth (from 1). */
export interface TreeRow {
  readonly node: TreeNode
  readonly parent: string | null
  readonly level: number
  readonly position: number
  readonly of: number
  /** Null for a leaf. */
  readonly open: boolean | null
}

/** The rows that show, top to bottom, when the nodes of `open` are open. */
export function rowsOf(
  nodes: readonly TreeNode[],
  open: ReadonlySet<string>,
  parent: string | null = null,
  level = 1,
): readonly TreeRow[] {
  return nodes.flatMap((node, at) => {
    const leaf = node.children.length === 0
    const isOpen = !leaf && open.has(node.id)
    const row = { node, parent, level, position: at + 1, of: nodes.length, open: leaf ? null : isOpen }
    return isOpen ? [row, ...rowsOf(node.children, open, node.id, level + 1)] : [row]
  })
}

/** The ancestors of a node, from the top; empty when it is not there. */
export function ancestorsOf(nodes: readonly TreeNode[], id: string): readonly string[] {
  for (const node of nodes) {
    if (node.children.some((child) => child.id === id)) return [node.id]
    const below = ancestorsOf(node.children, id)
    if (below.length > 0) return [node.id, ...below]
  }
  return []
}

export type TreeAct = { readonly do: 'focus' | 'select' | 'open' | 'close'; readonly id: string }

/** What a key does on the row in focus, after the ARIA tree pattern; null when it does nothing there. */
export function treeKey(rows: readonly TreeRow[], focused: string, key: string): TreeAct | null {
  const at = rows.findIndex((row) => row.node.id === focused)
  const row = rows[at]
  if (!row) return null
  const focus = (to: TreeRow | undefined): TreeAct | null => (to ? { do: 'focus', id: to.node.id } : null)
  switch (key) {
    case 'ArrowDown':
      return focus(rows[at + 1])
    case 'ArrowUp':
      return focus(rows[at - 1])
    case 'Home':
      return focus(rows[0])
    case 'End':
      return focus(rows.at(-1))
    case 'ArrowRight':
      if (row.open === null) return null
      return row.open ? focus(rows[at + 1]) : { do: 'open', id: focused }
    case 'ArrowLeft':
      if (row.open) return { do: 'close', id: focused }
      return row.parent === null ? null : { do: 'focus', id: row.parent }
    case 'Enter':
    case ' ':
      return { do: 'select', id: focused }
    default:
      return null
  }
}

/**
 * The next row whose label starts with what was typed, going round; one letter moves on from the row in focus, more
 * letters may stay on it. Accents and case do not count.
 */
export function typeahead(rows: readonly TreeRow[], focused: string, typed: string): string | null {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const at = rows.findIndex((row) => row.node.id === focused)
  const from = typed.length > 1 ? at : at + 1
  const round = [...rows.slice(from), ...rows.slice(0, from)]
  return round.find((row) => plain(row.node.label).startsWith(plain(typed)))?.node.id ?? null
}
