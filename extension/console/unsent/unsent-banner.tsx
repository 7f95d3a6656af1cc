import type { UnsentRow } from '../../messages/views.ts'
import { Banner } from '../../ui/banner.tsx'
import { Link } from '../../ui/link.tsx'
import { unsentWords } from '../../words/console-unsent.ts'
import { pathTo } from '../state/screens.ts'
import { sayWaiting } from '../state/unsent.ts'
import { Choose } from './unsent-detail.tsx'

type UnsentBannerProps = {
  readonly edit: UnsentRow
  /** Who wrote what stands there now. */
  readonly by: string | null
}

/** The banner above a login with an unsent change: why it is unsent, and what to do. */
export function UnsentBanner({ edit, by }: UnsentBannerProps) {
  const t = unsentWords()
  const { title, next } = sayWaiting(edit)
  if (edit.state === 'choose')
    return (
      <Banner kind="warn" title={by === null ? title : t.chooseTitle(by)} act={<Choose edit={edit} />}>
        {t.theirsStands}
      </Banner>
    )
  return (
    <Banner
      kind={edit.state === 'waiting' ? 'info' : 'warn'}
      title={title}
      act={<Link to={pathTo({ at: 'unsent-edit', item: edit.item })}>{t.changes}</Link>}
    >
      {next}
    </Banner>
  )
}
