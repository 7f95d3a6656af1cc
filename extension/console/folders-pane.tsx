import { signal } from '@preact/signals'
import { FolderPlus, FolderTree } from 'lucide-preact'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { List } from '../ui/list.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { navigate } from '../ui/router.ts'
import { RowText } from '../ui/row-text.tsx'
import { common } from '../words/common.ts'
import { folderWords } from '../words/console-folders.ts'
import { consoleWords } from '../words/console.ts'
import { CreateFolder } from './name-dialogs.tsx'
import { pathTo } from './state/places.ts'
import { childrenOf, folders, may } from './state/world.ts'

const creating = signal(false)

/** The top of the tree, and where the first folder is made. */
export function FoldersPane() {
  const t = folderWords()
  const top = childrenOf(null)
  const create = may.value.createTopFolder ? (
    <Button
      kind="main"
      icon={FolderPlus}
      onClick={() => {
        creating.value = true
      }}
    >
      {t.newFolder}
    </Button>
  ) : null
  return (
    <>
      <PageHeader title={consoleWords().folders} acts={folders.value.length > 0 && create} />
      {folders.value.length === 0 ? (
        <EmptyState icon={FolderTree} title={create ? t.firstTitle : t.noneTitle} act={create}>
          {create ? t.firstHint : t.noneHint}
        </EmptyState>
      ) : (
        <div class="c-rows">
          <List
            label={consoleWords().folders}
            rows={top}
            idOf={(folder) => folder.folder}
            render={(folder) => (
              <RowText
                icon={FolderTree}
                name={folder.name}
                under={common().folders(childrenOf(folder.folder).length) + ', ' + common().items(folder.items)}
              />
            )}
            onEnter={(folder) => {
              navigate(pathTo.folder(folder.folder))
            }}
          />
        </div>
      )}
      {creating.value && (
        <CreateFolder
          parent={null}
          onClose={() => {
            creating.value = false
          }}
        />
      )}
    </>
  )
}
