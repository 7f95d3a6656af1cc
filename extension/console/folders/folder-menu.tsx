import { useState } from 'preact/hooks'
import {
  Anchor,
  Archive,
  FileDown,
  FileUp,
  FolderInput,
  FolderLock,
  FolderOpen,
  FolderPlus,
  Inbox,
  Info,
  KeyRound,
  Pencil,
  ScrollText,
  Trash2,
} from 'lucide-preact'
import type { FolderView } from '../../messages/views.ts'
import { MenuButton, type MenuItem } from '../../ui/menu-button.tsx'
import { navigate } from '../../ui/router.ts'
import { aboutWords } from '../../words/about-client.ts'
import { archiveWords } from '../../words/archive.ts'
import { folderWords } from '../../words/console-folders.ts'
import { deletedWords } from '../../words/console-deleted.ts'
import { exportWords } from '../../words/exporting.ts'
import { importWords } from '../../words/importing.ts'
import { registerWords } from '../../words/registers.ts'
import { endingWords } from '../../words/endings.ts'
import { holdsSomething, NotEmpty, reviewDeletion } from './delete-folder.tsx'
import { AboutClientDialog } from './about-client.tsx'
import { ArchiveFolder } from './archive-folder.tsx'
import { MoveFolder } from './move-folder.tsx'
import { CreateFolder, RenameFolder } from './name-folder.tsx'
import { mayGive } from '../state/access.ts'
import { mayMove } from '../state/may-move.ts'
import { pathTo } from '../state/screens.ts'
import { exporting, importing } from '../state/importing.ts'
import { openReview } from '../state/sheet.ts'
import { may, hasLevel } from '../state/world.ts'

/** The acts on the folder itself. Owners may also reopen folders that they do not manage. */
export function FolderMenu({ folder }: { readonly folder: FolderView }) {
  const [dialog, setDialog] = useState<'create' | 'rename' | 'about' | 'move' | 'archive' | 'not-empty' | null>(null)
  const t = folderWords()
  const id = folder.folder
  const open = (which: typeof dialog) => () => {
    setDialog(which)
  }
  const isOpen = folder.closed === 'no'
  const manages = hasLevel(folder, 'manage')
  const { witnessed, about } = folder
  // Nothing goes into an archive: it is brought back first, above the list of its logins.
  const grows = isOpen && folder.archived === 'no'
  const rename: MenuItem = { label: t.renameFolder, icon: Pencil, onSelect: open('rename') }
  const seeDeleted: MenuItem = {
    label: deletedWords().title,
    icon: Trash2,
    onSelect: () => {
      navigate(pathTo({ at: 'deleted-in', folder: id }))
    },
  }
  const acts: MenuItem[] = [
    ...(grows ? [{ label: t.newSubfolder, icon: FolderPlus, onSelect: open('create') }] : []),
    rename,
    ...(about === null ? [] : [{ label: aboutWords().menu, icon: Info, onSelect: open('about') }]),
    ...(grows ? [{ label: importWords().below, icon: FileUp, onSelect: () => (importing.value = { below: id }) }] : []),
    ...(mayMove(folder) ? [{ label: t.move, icon: FolderInput, onSelect: open('move') }] : []),
    {
      label: t.manageAccess,
      icon: KeyRound,
      onSelect: () => {
        navigate(pathTo({ at: 'access', folder: id }))
      },
    },
    seeDeleted,
    'line',
    ...(!witnessed || mayGive(folder, 'manage')
      ? [
          {
            label: witnessed ? t.unwitness : t.witness,
            icon: ScrollText,
            onSelect: () => void openReview({ do: 'witness-folder', folder: id, witnessed: !witnessed }),
          },
        ]
      : []),
    ...(grows && !folder.hasRegister
      ? [
          {
            label: registerWords().menu,
            icon: Inbox,
            onSelect: () => void openReview({ do: 'create-register', folder: id }),
          },
        ]
      : []),
    ...(about !== null && folder.archived === 'no'
      ? [{ label: archiveWords().menu, icon: Archive, onSelect: open('archive') }]
      : []),
    ...(isOpen
      ? [
          {
            label: t.closeClient,
            icon: FolderLock,
            danger: true,
            onSelect: () => void openReview({ do: 'close-folder', folder: id }),
          },
        ]
      : []),
    ...(isOpen && mayGive(folder, 'manage')
      ? [
          {
            label: endingWords().deleteFolder,
            icon: Trash2,
            danger: true,
            onSelect: () => {
              if (holdsSomething(folder)) setDialog('not-empty')
              else reviewDeletion(folder)
            },
          },
        ]
      : []),
  ]
  const reopen: MenuItem[] =
    folder.closed === 'itself' && may.value.createTopFolder
      ? [
          {
            label: t.reopenClient,
            icon: FolderOpen,
            onSelect: () => void openReview({ do: 'reopen-folder', folder: id }),
          },
        ]
      : []
  const anchor: MenuItem[] = folder.mayAnchor
    ? [{ label: t.anchor, icon: Anchor, onSelect: () => void openReview({ do: 'anchor-journal', folder: id }) }]
    : []
  const take: MenuItem[] = hasLevel(folder, 'read')
    ? [{ label: exportWords().verb, icon: FileDown, onSelect: () => (exporting.value = { of: id }) }]
    : []
  // A personal folder cannot be shared, moved or closed.
  const items =
    folder.personal !== null ? [rename, seeDeleted, ...take] : [...anchor, ...(manages ? acts : []), ...reopen, ...take]
  if (items.length === 0) return null
  return (
    <>
      <MenuButton items={items} />
      {dialog === 'create' && <CreateFolder parent={folder} onClose={open(null)} />}
      {dialog === 'about' && about !== null && <AboutClientDialog folder={folder} about={about} onClose={open(null)} />}
      {dialog === 'rename' && <RenameFolder folder={folder} onClose={open(null)} />}
      {dialog === 'not-empty' && <NotEmpty folder={folder} onArchive={open('archive')} onClose={open(null)} />}
      {dialog === 'archive' && <ArchiveFolder folder={folder} onClose={open(null)} />}
      {dialog === 'move' && <MoveFolder folder={folder} onClose={open(null)} />}
    </>
  )
}
