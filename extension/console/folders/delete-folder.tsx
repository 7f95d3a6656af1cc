import type { FolderView } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { navigate } from '../../ui/router.ts'
import { common } from '../../words/common.ts'
import { endingWords } from '../../words/endings.ts'
import { pathTo } from '../state/screens.ts'
import { openReview } from '../state/sheet.ts'
import { childrenOf, teams } from '../state/world.ts'

/** Whether something lies in the folder that must be gone before it is. */
export const holdsSomething = ({ folder, items }: FolderView): boolean =>
  items > 0 || childrenOf(folder).length > 0 || teams.value.some(({ home }) => home === folder)

/** Shows what deleting an empty folder means, and then its parent, or the top. */
export function reviewDeletion({ folder, parent }: FolderView): void {
  void openReview({ do: 'delete-folder', folder }, () => {
    navigate(parent === null ? pathTo({ at: 'folders' }) : pathTo({ at: 'folder', folder: parent }), 'replace')
  })
}

type NotEmptyProps = { readonly folder: FolderView; readonly onArchive: () => void; readonly onClose: () => void }

/** Says why a folder is not deleted, and offers to archive it. */
export function NotEmpty({ folder, onArchive, onClose }: NotEmptyProps) {
  const t = endingWords()
  const homes = teams.value.filter(({ home }) => home === folder.folder)
  const below = childrenOf(folder.folder).length
  const holds = [
    ...(folder.items > 0 ? [t.holdsLogins(folder.items)] : []),
    ...(below > 0 ? [t.holdsFolders(below)] : []),
    ...homes.map(({ name }) => t.holdsTeam(name)),
  ]
  return (
    <Dialog
      title={t.notEmpty(folder.name)}
      onClose={onClose}
      footer={
        <>
          {folder.archived === 'no' && folder.about !== null && <Button onClick={onArchive}>{t.archiveInstead}</Button>}
          <Button kind="main" onClick={onClose}>
            {common().close}
          </Button>
        </>
      }
    >
      <ul>
        {holds.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      <p>{t.notEmptyHint}</p>
    </Dialog>
  )
}
