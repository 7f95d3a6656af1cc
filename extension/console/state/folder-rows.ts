import type { PersonAccess, WayView } from '../../messages/access-view.ts'
import type { FolderView } from '../../messages/views.ts'
import { fold, holdsWords } from '../../ui/fold.ts'
import { sayWay } from './say-way.ts'

/**
 * A row of what a person can open: a folder with its strongest way, or one of its other ways. `inside`: how many folders below come by the
 * same way, and are folded into it.
 */
export type FolderRow =
  | { is: 'folder'; id: string; folder: FolderView; way: WayView; others: WayView[]; depth: number; inside: number }
  | { is: 'also'; id: string; way: WayView; depth: number }
type Step = Extract<FolderRow, { is: 'folder' }>

type Tree = {
  readonly childrenOf: (parent: string | null) => readonly FolderView[]
  readonly trailTo: (folder: FolderView) => readonly FolderView[]
}

/**
 * The folders as the tree has them, each once: where a way begins or a stronger one takes over is a row, and what is below it by the same
 * way is folded into that row until it is opened. With something typed: every folder whose path or reason has it, flat.
 */
export function folderRows(said: PersonAccess, tree: Tree, open: ReadonlySet<string>, typed: string): FolderRow[] {
  const all = new Map(said.folders.map(({ folder, why }) => [String(folder), why]))
  const isFlat = typed.trim() !== ''
  const holds = holdsWords(typed)
  const rows: FolderRow[] = []
  const push = (row: Step) => {
    rows.push(row)
    if (open.has(row.id))
      row.others.forEach((way, at) =>
        rows.push({ is: 'also', id: `${row.id}/${String(at)}`, way, depth: row.depth + 1 }),
      )
  }
  const walk = (parent: string | null, step: Step | null, depth: number) => {
    for (const folder of tree.childrenOf(parent)) {
      const [way, ...others] = (all.get(folder.folder) ?? []).flatMap((place) => said.ways[place] ?? [])
      if (way === undefined) {
        walk(folder.folder, null, depth)
        continue
      }
      const row: Step = { is: 'folder', id: folder.folder, folder, way, others, depth: isFlat ? 0 : depth, inside: 0 }
      const isFolded = !isFlat && step?.way === way
      if (isFolded) {
        step.inside += 1
        row.others = others.filter((other) => !step.others.includes(other))
      }
      const isShown = isFlat ? holds(fold(`${pathOf(tree, folder)} ${sayWay(way)}`)) : !isFolded || open.has(step.id)
      if (isShown) push(row)
      walk(folder.folder, isFolded ? step : row, isShown ? depth + 1 : depth)
    }
  }
  walk(null, null, 0)
  return rows
}

/** "Directions / Banque / Cartes". */
export const pathOf = ({ trailTo }: Pick<Tree, 'trailTo'>, folder: FolderView): string =>
  trailTo(folder)
    .map(({ name }) => name)
    .join(' / ')
