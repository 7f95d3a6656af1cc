import { useState } from 'preact/hooks'
import { Copy, FolderInput, Pencil, Trash2 } from 'lucide-preact'
import type { FolderView, ItemFields, ItemRow } from '../../messages/views.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ClientName } from '../../ui/client-bar.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { navigate } from '../../ui/router.ts'
import { momentOf, relativeTo } from '../../ui/time.ts'
import { common } from '../../words/common.ts'
import { itemWords } from '../../words/console-items.ts'
import { kindWords } from '../../words/item-kinds.ts'
import { consoleWords } from '../../words/console.ts'
import { manyWords } from '../../words/console-many.ts'
import { toChangeWords } from '../../words/to-change.ts'
import { CarryDialog } from './carry-dialog.tsx'
import { CodeValue } from './code-value.tsx'
import { FileRows } from './file-rows.tsx'
import { NewPassword } from './new-password.tsx'
import { ItemHistory } from './item-history.tsx'
import { KindLine } from './kind-line.tsx'
import { mayOpenSite, OpenSite } from './open-site.tsx'
import { DeleteItem } from './delete-item.tsx'
import { DetailHead } from '../parts/detail-head.tsx'
import { draftOf, isDirty } from '../state/drafts.ts'
import { pathTo } from '../state/screens.ts'
import { sayWhyToChange } from '../state/say-why-to-change.ts'
import { unsentAt } from '../state/unsent.ts'
import { canEdit } from '../state/world.ts'
import { UnsentBanner } from '../unsent/unsent-banner.tsx'
import { Value, WebAddresses } from '../parts/value.tsx'

type ItemViewProps = {
  readonly folder: FolderView
  readonly row: ItemRow
  /** Null where this person's level does not open the secret. */
  readonly fields: ItemFields | null
  /** How many earlier passwords it has. */
  readonly past: number
}

/** Shows a login. Secrets stay masked until the person asks to see them. */
export function ItemView({ folder, row, fields, past }: ItemViewProps) {
  const [deleting, setDeleting] = useState(false)
  const [carrying, setCarrying] = useState<'move' | 'copy' | null>(null)
  const t = itemWords()
  const k = kindWords()
  const edit = row.unsent === null ? null : unsentAt(row.item)
  // A conflict that needs the person's choice is settled before the login is edited.
  const writes = canEdit(folder) && (row.unsent === null || row.unsent === 'waiting')
  const draft = draftOf(row.folder, row.item)
  const when = relativeTo(row.changedAt, Date.now())
  return (
    <>
      <DetailHead
        title={row.name}
        above={pathTo({ at: 'folder', folder: folder.folder })}
        acts={
          <>
            {mayOpenSite(folder, row) && <OpenSite row={row} />}
            {writes && (
              <>
                {draft !== null && isDirty(draft) && <Badge kind="warn">{consoleWords().unsaved}</Badge>}
                <Button
                  icon={Pencil}
                  onClick={() => {
                    navigate(pathTo({ at: 'edit', folder: folder.folder, item: row.item }))
                  }}
                >
                  {common().edit}
                </Button>
                <MenuButton
                  items={[
                    {
                      label: manyWords().move,
                      icon: FolderInput,
                      onSelect: () => {
                        setCarrying('move')
                      },
                    },
                    {
                      label: manyWords().copy,
                      icon: Copy,
                      onSelect: () => {
                        setCarrying('copy')
                      },
                    },
                    {
                      label: t.deleteLogin,
                      icon: Trash2,
                      danger: true,
                      onSelect: () => {
                        setDeleting(true)
                      },
                    },
                  ]}
                />
              </>
            )}
          </>
        }
      >
        <ClientName hue={folder.hue} name={folder.name} />
        <KindLine row={row} />
      </DetailHead>
      <div class="c-pad">
        {row.toChange !== null && (
          <Banner
            kind="warn"
            title={toChangeWords().change}
            act={writes && fields !== null && <NewPassword folder={folder} row={row} fields={fields} />}
          >
            {sayWhyToChange(row.toChange)} {toChangeWords().changeNext}
          </Banner>
        )}
        {edit !== null && <UnsentBanner edit={edit} by={row.changedBy} />}
        <dl class="c-values">
          {row.username !== '' && <Value label={k.username[row.kind]} value={row.username} mono />}
          {fields !== null && fields.password !== '' && (
            <Value label={k.password[row.kind]} value={fields.password} secret />
          )}
          {row.urls.length > 0 && (
            <WebAddresses label={k.addresses[row.kind]} urls={row.urls} fills={row.kind === 'login'} />
          )}
          {fields?.afterFill === 'send' && <Value label={t.afterFill} value={t.afterFillSends} />}
          {fields?.custom.map(({ label, value }, at) => (
            <Value key={at} label={label} value={value} mono />
          ))}
          {fields !== null && fields.totp !== '' && (
            <>
              <CodeValue totp={fields.totp} />
              <Value label={t.totp} value={fields.totp} secret />
            </>
          )}
          {fields !== null && fields.notes !== '' && <Value label={t.notes} value={fields.notes} />}
          {fields !== null && fields.files.length > 0 && <FileRows files={fields.files} />}
        </dl>
        {fields !== null && past > 0 && <ItemHistory row={row} fields={fields} past={past} writes={writes} />}
        {fields === null && (
          <Banner kind="info" title={t.secretClosed}>
            {t.secretClosedHint}
          </Banner>
        )}
        <p class="c-foot" title={momentOf(row.changedAt)}>
          {row.changedBy === null ? t.changedAt(when) : t.changedBy(when, row.changedBy)}
          {row.unsent !== 'waiting' && `, ${t.revision(row.revision)}`}
        </p>
      </div>
      {carrying !== null && (
        <CarryDialog
          as={carrying}
          from={folder}
          rows={[row]}
          onClose={() => {
            setCarrying(null)
          }}
        />
      )}
      {deleting && (
        <DeleteItem
          row={row}
          onClose={() => {
            setDeleting(false)
          }}
        />
      )}
    </>
  )
}
