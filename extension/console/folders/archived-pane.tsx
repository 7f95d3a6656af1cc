import { Archive } from 'lucide-preact'
import type { FolderView } from '../../messages/views.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { archiveWords } from '../../words/archive.ts'
import { FilteredList } from '../parts/filtered-list.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { pathTo } from '../state/screens.ts'
import { archivedFolders, folderAt, pathOf } from '../state/world.ts'

const pathAbove = ({ parent }: FolderView) => {
  const above = folderAt(parent)
  return above === null ? null : pathOf(above)
}

/** What was archived, each with where it lay: from here it is read, and brought back. */
export function ArchivedPane() {
  const t = archiveWords()
  const all = archivedFolders.value
  return (
    <>
      <SectionHead title={t.title} />
      {all.length === 0 ? (
        <EmptyState icon={Archive} title={t.noneTitle}>
          {t.noneHint}
        </EmptyState>
      ) : (
        <>
          <p class="c-more">{t.hint}</p>
          <FilteredList
            label={t.title}
            filter={t.filter}
            rows={all}
            idOf={({ folder }) => folder}
            textOf={pathOf}
            render={(folder) => <RowText hue={folder.hue} name={folder.name} under={pathAbove(folder)} />}
            onEnter={({ folder }) => {
              navigate(pathTo({ at: 'folder', folder }))
            }}
            selected={null}
          />
        </>
      )}
    </>
  )
}
