import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Edit, TakenOut } from './taken-out.ts'

/** Edits whose text does not stand in their file exactly once, one sentence each: the product has moved on without them. */
export function rotten(tree: string, { s, check, edits }: TakenOut): string[] {
  return edits.flatMap(({ file, find, put }) => {
    const times = readFileSync(join(tree, file), 'utf8').split(find).length - 1
    if (times === 1 && put !== find) return []
    return [`${s} ${check}: ${JSON.stringify(find)} stands ${String(times)} times in ${file}`]
  })
}

/** Takes the check out of the tree; what this returns puts it back. */
export function takeOut(tree: string, { edits }: TakenOut): () => void {
  const before = new Map(edits.map(({ file }) => [file, readFileSync(join(tree, file), 'utf8')]))
  for (const edit of edits) rewrite(tree, edit)
  return () => {
    for (const [file, text] of before) writeFileSync(join(tree, file), text)
  }
}

function rewrite(tree: string, { file, find, put }: Edit): void {
  const path = join(tree, file)
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(find, () => put),
  )
}
