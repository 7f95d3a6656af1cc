import { ArrowLeft } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { IconButton } from '../../ui/icon-button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { navigate } from '../../ui/router.ts'
import { common } from '../../words/common.ts'
import { pathTo } from '../state/screens.ts'

type SectionHeadProps = { readonly title: string; readonly acts?: ComponentChildren }

/** The head of the middle column. When the window shows one column at a time, it has a button back to the sidebar. */
export function SectionHead({ title, acts }: SectionHeadProps) {
  return (
    <div class="c-section-head">
      <span class="c-back-to-tree">
        <IconButton
          icon={ArrowLeft}
          label={common().back}
          onClick={() => {
            navigate(pathTo({ at: 'folders' }))
          }}
        />
      </span>
      <PageHeader title={title} acts={acts} />
    </div>
  )
}
