import { common } from '../words/common.ts'
import { useDelayed } from './use-delayed.ts'
import './skeleton.css'

/** The placeholder of rows that are loading: takes their space at once and draws shapes after 300 ms, so that nothing flickers or jumps. */
export function Skeleton({ rows = 6 }: { readonly rows?: number }) {
  const late = useDelayed(true)
  return (
    <div class="ui-skeleton" data-late={late} aria-busy="true">
      {Array.from({ length: rows }, (_, at) => (
        <div class="ui-skeleton-row" key={at} aria-hidden="true">
          <span />
          <span />
        </div>
      ))}
      <span class="ui-unseen" role="status">
        {late && common().loading}
      </span>
    </div>
  )
}
