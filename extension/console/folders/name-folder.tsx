import { ask } from '../../messages/ask.ts'
import type { FolderView } from '../../messages/views.ts'
import { navigate } from '../../ui/router.ts'
import { toast } from '../../ui/toast.tsx'
import { folderWords } from '../../words/console-folders.ts'
import { endingWords } from '../../words/endings.ts'
import { NameDialog } from '../parts/name-dialog.tsx'
import { isTaken } from '../parts/same-name.ts'
import { childrenOf } from '../state/world.ts'
import { pathTo } from '../state/screens.ts'

const warnOf = (siblings: readonly FolderView[]) => (typed: string) =>
  isTaken(
    siblings.map(({ name }) => name),
    typed,
  )
    ? endingWords().sameFolder(typed.trim())
    : null

type Closing = { readonly onClose: () => void }

/** Creates a folder inside `parent`, or at the top for null, then opens it. */
export function CreateFolder({ parent, onClose }: Closing & { readonly parent: FolderView | null }) {
  const t = folderWords()
  return (
    <NameDialog
      title={parent === null ? t.newFolder : t.newSubfolder}
      label={t.folderName}
      hint={`${parent === null ? t.atTop : t.insideOf(parent.name)} ${t.folderNameHint}`}
      verb={t.createFolder}
      busy={t.creating}
      warn={warnOf(childrenOf(parent?.folder ?? null))}
      onClose={onClose}
      onName={async (name) => {
        const { folder } = await ask('act.sign', { do: 'create-folder', parent: parent?.folder ?? null, name })
        onClose()
        if (folder !== null) navigate(pathTo({ at: 'folder', folder }))
      }}
    />
  )
}

/** Renames a folder. */
export function RenameFolder({ folder, onClose }: Closing & { readonly folder: FolderView }) {
  const t = folderWords()
  return (
    <NameDialog
      title={t.renameFolder}
      label={t.folderName}
      start={folder.name}
      verb={t.renameFolder}
      busy={t.renaming}
      warn={warnOf(childrenOf(folder.parent).filter((one) => one.folder !== folder.folder))}
      onClose={onClose}
      onName={async (name) => {
        await ask('act.sign', { do: 'rename-folder', folder: folder.folder, name })
        onClose()
        toast(t.renamed)
      }}
    />
  )
}
