import { FolderLock, ScrollText, UserLock } from 'lucide-preact'
import type { FolderView } from '../../messages/views.ts'
import { Badge } from '../../ui/badge.tsx'
import type { TreeNode } from '../../ui/tree-keys.ts'
import { folderWords } from '../../words/console-folders.ts'
import { recoveryWords } from '../../words/recovery.ts'
import { PersonalState } from './personal.tsx'

/** The states of a folder as the tree marks them. */
export function treeMarksOf({ closed, witnessed, personal }: FolderView): NonNullable<TreeNode['marks']> {
  const t = folderWords()
  return [
    ...(closed === 'itself' ? [{ icon: FolderLock, label: t.closed }] : []),
    ...(witnessed ? [{ icon: ScrollText, label: t.witnessed }] : []),
    ...(personal === null ? [] : [{ icon: UserLock, label: recoveryWords().yours }]),
  ]
}

/** The same under the folder's title, in words; nothing where there are none. */
export function FolderStates({ folder }: { readonly folder: FolderView }) {
  const t = folderWords()
  if (folder.personal !== null) return <PersonalState personal={folder.personal} />
  if (!folder.witnessed) return null
  return (
    <p class="c-states">
      <Badge icon={ScrollText}>{t.witnessed}</Badge> <span class="c-soft">{t.witnessedMeans}</span>
    </p>
  )
}
