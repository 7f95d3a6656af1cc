import { useState } from 'preact/hooks'
import type { FolderView } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Tree } from '../../ui/tree.tsx'
import type { TreeNode } from '../../ui/tree-keys.ts'
import { common } from '../../words/common.ts'
import { folderWords } from '../../words/console-folders.ts'
import { whyNotUnder } from '../state/may-move.ts'
import { openReview } from '../state/sheet.ts'
import { folderAt, folders, may, pathOf, shownUnder } from '../state/world.ts'

const TOP = 'top'

/** The folders that may become the parent, and their ancestors. Leaves out the moved folder and everything below it. */
const placesUnder = (parent: string | null, moved: FolderView): TreeNode[] =>
  shownUnder(parent)
    .filter((each) => each.folder !== moved.folder)
    .flatMap((each) => {
      const children = placesUnder(each.folder, moved)
      const off = whyNotUnder(moved, each) !== null
      return off && children.length === 0 ? [] : [{ id: each.folder, label: each.name, children, off }]
    })

/** Asks for the new parent of a folder, then opens the review sheet. */
export function MoveFolder({ folder, onClose }: { readonly folder: FolderView; readonly onClose: () => void }) {
  const [to, setTo] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const t = folderWords()
  const below = placesUnder(null, folder)
  const top = whyNotUnder(folder, null) === null
  const nodes = may.value.createTopFolder ? [{ id: TOP, label: t.moveTop, children: below, off: !top }] : below
  const nowhere = !top && below.length === 0
  const parent = folderAt(to)
  const path = parent === null ? t.moveTop : pathOf(parent)
  return (
    <Dialog
      title={t.moveTitle(folder.name)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common().cancel}</Button>
          {!nowhere && (
            <Button
              kind="main"
              onClick={() => {
                setMissing(to === null)
                if (to === null) return
                onClose()
                void openReview({ do: 'move-folder', folder: folder.folder, parent: parent?.folder ?? null })
              }}
            >
              {t.review}
            </Button>
          )}
        </>
      }
    >
      {nowhere ? (
        <p>{t.moveNowhere}</p>
      ) : (
        <>
          <p class="c-soft">{t.moveHint}</p>
          <div class="c-move">
            <Tree
              label={t.moveWhere}
              nodes={nodes}
              open={[TOP, ...folders.value.map((each) => each.folder)]}
              selected={to}
              onSelect={setTo}
            />
          </div>
          <p role="status">{to === null ? '' : t.moveTo(path)}</p>
          {missing && to === null && (
            <p class="c-wrong" role="alert">
              {t.moveMissing}
            </p>
          )}
        </>
      )}
    </Dialog>
  )
}
