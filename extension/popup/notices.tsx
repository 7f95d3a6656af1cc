import { CloudOff, CloudUpload, Hourglass, TriangleAlert } from 'lucide-preact'
import { ask } from '../messages/ask.ts'
import type { Status } from '../messages/views.ts'
import { clockOf } from '../ui/time.ts'
import { noticeWords } from '../words/notices.ts'
import { popupWords } from '../words/popup.ts'
import { witnessWords } from '../words/witness.ts'

interface NoticesProps {
  readonly status: Extract<Status, { state: 'unlocked' }>
  /** Some logins cannot be used without the server. */
  readonly needsServer: boolean
  /** How many things wait for this person. */
  readonly waits: number
  readonly leave: () => void
}

/** What a person must know before filling: the server is away, or what it sent did not verify (P5). */
export function Notices({ status, needsServer, waits, leave }: NoticesProps) {
  const t = popupWords()
  const w = witnessWords()
  const { connection, warnings, unsent } = status
  const refused = warnings.filter(({ kind }) => kind === 'tampered-folder').length
  return (
    <div class="popup-notices" role="status">
      {warnings.some(({ kind }) => kind === 'forked') && (
        <p data-kind="danger">
          <TriangleAlert size={16} aria-hidden="true" />
          {w.popupForked}
        </p>
      )}
      {warnings.some(({ kind }) => kind === 'restored') && (
        <p>
          <TriangleAlert size={16} aria-hidden="true" />
          {w.popupRestored}
        </p>
      )}
      {warnings.some(({ kind }) => kind === 'tampered-ledger') && (
        <p data-kind="danger">
          <TriangleAlert size={16} aria-hidden="true" />
          {t.refusedLedger}
        </p>
      )}
      {refused > 0 && (
        <p data-kind="danger">
          <TriangleAlert size={16} aria-hidden="true" />
          {t.refused(refused)}
        </p>
      )}
      {connection.state === 'retrying' && (
        <p>
          <CloudOff size={16} aria-hidden="true" />
          {needsServer ? t.retryingSome(clockOf(connection.since)) : t.retrying(clockOf(connection.since))}
        </p>
      )}
      {unsent > 0 && (
        <p>
          <CloudUpload size={16} aria-hidden="true" />
          {t.unsentCount(unsent)}
        </p>
      )}
      {waits > 0 && (
        <p>
          <Hourglass size={16} aria-hidden="true" />
          <span>
            {noticeWords().wait(waits)}.{' '}
            <button type="button" class="popup-link" onClick={() => void ask('window.overview', null).then(leave)}>
              {noticeWords().open}
            </button>
          </span>
        </p>
      )}
    </div>
  )
}
