import { FileDown, FileUp, FolderPlus, FolderTree, UserLock } from 'lucide-preact'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { List } from '../../ui/list.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { archiveWords } from '../../words/archive.ts'
import { folderWords } from '../../words/console-folders.ts'
import { exportWords } from '../../words/exporting.ts'
import { importWords } from '../../words/importing.ts'
import { consoleWords } from '../../words/console.ts'
import { recoveryWords } from '../../words/recovery.ts'
import { underFolder } from '../items/folders-inside.tsx'
import { creating } from '../state/creating.ts'
import { pathTo } from '../state/screens.ts'
import { exporting, importing } from '../state/importing.ts'
import { archivedFolders, canEdit, folders, hasLevel, may, shownUnder, world } from '../state/world.ts'

/** The folders at the top of the tree. While there are none, offers to create the first. */
export function FoldersPane() {
  const t = folderWords()
  const top = shownUnder(null)
  const create = may.value.createTopFolder ? (
    <Button
      kind="main"
      icon={FolderPlus}
      onClick={() => {
        creating.value = { is: 'folder', parent: null }
      }}
    >
      {t.newFolder}
    </Button>
  ) : null
  const label = recoveryWords().create
  const makePersonal = () => {
    creating.value = { is: 'personal' }
  }
  const personal = world.value?.personal.mayCreate ? (
    <Button icon={UserLock} onClick={makePersonal}>
      {label}
    </Button>
  ) : null
  // Next to another button there is no room for two labels, so this one is an icon.
  const beside =
    personal !== null && create !== null ? (
      <IconButton icon={UserLock} label={label} onClick={makePersonal} />
    ) : (
      personal
    )
  const mayImport = may.value.createTopFolder || folders.value.some(canEdit)
  const startImport = () => {
    importing.value = { below: null }
  }
  const bring = mayImport ? <IconButton icon={FileUp} label={importWords().title} onClick={startImport} /> : null
  const bringAll = mayImport ? (
    <Button icon={FileUp} onClick={startImport}>
      {importWords().title}
    </Button>
  ) : null
  const take = folders.value.some((folder) => hasLevel(folder, 'read')) ? (
    <IconButton
      icon={FileDown}
      label={exportWords().title}
      onClick={() => {
        exporting.value = { of: null }
      }}
    />
  ) : null
  return (
    <>
      <PageHeader
        title={consoleWords().folders}
        acts={
          folders.value.length > 0 && (
            <>
              {create}
              {bring}
              {take}
              {beside}
            </>
          )
        }
      />
      {folders.value.length === 0 ? (
        <EmptyState
          icon={FolderTree}
          title={create ? t.firstTitle : t.noneTitle}
          act={
            bringAll === null ? (
              personal
            ) : (
              <>
                {create}
                {bringAll}
              </>
            )
          }
        >
          {create ? t.firstHint : t.noneHint}
        </EmptyState>
      ) : (
        <div class="c-rows">
          <List
            label={consoleWords().folders}
            rows={top}
            idOf={(folder) => folder.folder}
            render={(folder) => <RowText icon={FolderTree} name={folder.name} under={underFolder(folder)} />}
            onEnter={(folder) => {
              navigate(pathTo({ at: 'folder', folder: folder.folder }))
            }}
          />
        </div>
      )}
      {archivedFolders.value.length > 0 && (
        <p class="c-more">
          <Link to={pathTo({ at: 'archived' })}>{archiveWords().show(archivedFolders.value.length)}</Link>
        </p>
      )}
    </>
  )
}
