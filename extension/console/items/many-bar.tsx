import { useState } from 'preact/hooks'
import { Copy, FolderInput, Tags, Trash2, X } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import type { FolderView } from '../../messages/views.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { common } from '../../words/common.ts'
import { deletedWords } from '../../words/console-deleted.ts'
import { manyWords } from '../../words/console-many.ts'
import { letGo, pickedRows } from '../state/picked.ts'
import { canEdit, hasLevel } from '../state/world.ts'
import { ActOverMany } from './act-over-many.tsx'
import { CarryDialog } from './carry-dialog.tsx'
import { TagsField } from './tags-field.tsx'
import './many.css'

type Doing = 'move' | 'copy' | 'delete' | 'tag' | null

/** How many logins are picked, and what can be done to all of them. */
export function ManyBar({ folder }: { readonly folder: FolderView }) {
  const [doing, setDoing] = useState<Doing>(null)
  const [tags, setTags] = useState<string[]>([])
  const rows = pickedRows.value
  const t = manyWords()
  const d = deletedWords()
  const writes = canEdit(folder)
  const close = () => {
    setDoing(null)
    setTags([])
  }
  const act = (which: Doing) => () => {
    setDoing(which)
  }
  if (rows.length === 0) return null
  return (
    <div class="c-many" role="toolbar" aria-label={t.picked(rows.length)}>
      <strong role="status">{t.picked(rows.length)}</strong>
      {writes && <IconButton icon={FolderInput} label={t.move} onClick={act('move')} />}
      {hasLevel(folder, 'read') && <IconButton icon={Copy} label={t.copy} onClick={act('copy')} />}
      {writes && <IconButton icon={Tags} label={t.addTags} onClick={act('tag')} />}
      {writes && <IconButton icon={Trash2} label={common().delete} onClick={act('delete')} />}
      <IconButton icon={X} label={t.letGo} onClick={letGo} />
      {(doing === 'move' || doing === 'copy') && <CarryDialog as={doing} from={folder} rows={rows} onClose={close} />}
      {doing === 'delete' && (
        <ActOverMany
          rows={rows}
          title={t.deleteTitle}
          verb={() => common().delete}
          danger
          work={async ({ folder: at, item, revision }) =>
            (await ask('item.delete', { folder: at, item, base: revision })).unsent
          }
          sayDone={t.deleted}
          onClose={close}
        >
          <p>{folder.level === 'manage' ? d.deleteHint : d.deleteHintAsk}</p>
        </ActOverMany>
      )}
      {doing === 'tag' && (
        <ActOverMany
          rows={rows}
          title={t.tagTitle}
          verb={() => t.addTags}
          ready={tags.length > 0}
          work={async ({ folder: at, item }) => {
            const { fields, revision } = await ask('item.read', { folder: at, item })
            const tagged = { ...fields, tags: [...new Set([...fields.tags, ...tags])].slice(0, 20) }
            const change = { folder: at, item, base: revision, was: fields, fields: tagged }
            return (await ask('item.save', change)).unsent
          }}
          sayDone={t.tagged}
          onClose={close}
        >
          <TagsField values={tags} onChange={setTags} />
        </ActOverMany>
      )}
    </div>
  )
}
