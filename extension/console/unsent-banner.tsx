import type { UnsentRow } from '../messages/views.ts'
import { Banner } from '../ui/banner.tsx'
import { Link } from '../ui/link.tsx'
import { unsentWords } from '../words/console-unsent.ts'
import { pathTo } from './state/places.ts'
import { sayWaiting } from './state/unsent.ts'
import { Choose } from './unsent-detail.tsx'

/** Above a login: its change is not sent, why, and what there is to do. */
export function UnsentBanner({ edit }: { readonly edit: UnsentRow }) {
  const { title, next } = sayWaiting(edit)
  return (
    <Banner
      kind={edit.state === 'waiting' ? 'info' : 'warn'}
      title={title}
      act={
        edit.state === 'choose' ? (
          <Choose edit={edit} />
        ) : (
          <Link to={pathTo.unsentEdit(edit.item)}>{unsentWords().changes}</Link>
        )
      }
    >
      {next}
    </Banner>
  )
}
