import { Plus, Tag } from 'lucide-preact'
import type { FolderView } from '../../messages/views.ts'
import { AccessLine } from '../../ui/access-line.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Link } from '../../ui/link.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { navigate } from '../../ui/router.ts'
import { folderWords } from '../../words/console-folders.ts'
import { consoleWords } from '../../words/console.ts'
import { ArchivedBanner } from './archive-folder.tsx'
import { ClientFacts } from './client-facts.tsx'
import { FolderMenu } from './folder-menu.tsx'
import { FolderStates } from './folder-states.tsx'
import { FoldersInside } from '../items/folders-inside.tsx'
import { ItemList } from '../items/item-list.tsx'
import { accessOf } from '../state/access.ts'
import { pathTo, screen } from '../state/screens.ts'
import { canEdit, hasLevel, trailTo } from '../state/world.ts'

/** A folder: its path, who has access, and its logins. */
export function FolderPane({ folder }: { readonly folder: FolderView }) {
  const t = folderWords()
  const manages = hasLevel(folder, 'manage')
  const writes = canEdit(folder) && folder.archived === 'no' && folder.refused === null
  // A screen has one main button: while a form is open, that is "Save".
  const typing = screen.value.at === 'new' || screen.value.at === 'edit'
  const trail = trailTo(folder).slice(0, -1)
  return (
    <>
      <PageHeader
        title={folder.name}
        trail={[
          { label: consoleWords().folders, to: pathTo({ at: 'folders' }) },
          ...trail.map((each) => ({ label: each.name, to: pathTo({ at: 'folder', folder: each.folder }) })),
        ]}
        acts={
          <>
            {writes && (
              <Button
                kind={typing ? 'plain' : 'main'}
                icon={Plus}
                onClick={() => {
                  navigate(pathTo({ at: 'new', folder: folder.folder }))
                }}
              >
                {t.newLogin}
              </Button>
            )}
            <FolderMenu folder={folder} />
          </>
        }
      >
        {folder.personal === null && (
          <div class="c-access-line">
            <AccessLine label={t.access} entries={accessOf(folder)} shown={3} />
            <Link to={pathTo({ at: 'access', folder: folder.folder })}>{manages ? t.manageAccess : t.access}</Link>
          </div>
        )}
        <FolderStates folder={folder} />
        <ArchivedBanner folder={folder} />
        <ClientFacts folder={folder} />
        {folder.closed !== 'no' && (
          <Banner kind="info" title={folder.closed === 'itself' ? t.closedTitle : t.closedAboveTitle}>
            {t.closedHint}
          </Banner>
        )}
        {folder.stale && (
          <Banner kind="warn" title={t.staleTitle}>
            {t.staleNext}
          </Banner>
        )}
      </PageHeader>
      {folder.level === null ? (
        <>
          <FoldersInside of={folder} typed="" above={false} />
          <EmptyState icon={Tag} title={t.nameOnlyTitle}>
            {t.nameOnlyHint}
          </EmptyState>
        </>
      ) : (
        <ItemList folder={folder} />
      )}
    </>
  )
}
