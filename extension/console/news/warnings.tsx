import { useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { Warning } from '../../messages/views.ts'
import { useAct } from '../../messages/use-act.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { navigate } from '../../ui/router.ts'
import { consoleWords } from '../../words/console.ts'
import { unsentWords } from '../../words/console-unsent.ts'
import { sayFailure } from '../../words/failures.ts'
import { Forked } from './forked.tsx'
import { NotDelivered, Renewing, Stale } from './renewal.tsx'
import { Repairing, Restored } from './restored.tsx'
import { openFurtherKey } from '../parts/further-key.ts'
import { folderOnScreen, pathTo, screen } from '../state/screens.ts'
import { world, type Unlocked } from '../state/world.ts'

const gravity = {
  forked: -2,
  restored: -1,
  'tampered-ledger': 0,
  'tampered-folder': 1,
  'tampered-names': 2,
  undelivered: 3,
  stale: 4,
  // Advice that may stay for weeks stands behind what has just happened.
  'only-one-key': 5,
} as const

/** The warnings above all columns, each shown until it is no longer true: the gravest in full, the others after a click. */
export function Warnings({ status: { warnings, connection, repair, rekeying } }: { readonly status: Unlocked }) {
  const [all, setAll] = useState(false)
  const t = consoleWords()
  const sorted = [...warnings].sort((one, other) => gravity[one.kind] - gravity[other.kind])
  const more = sorted.length - 1
  const dropped = world.value?.unsentDropped ?? 0
  const quiet = connection.state === 'live' && repair === null && rekeying === null && dropped === 0
  if (sorted.length === 0 && quiet) return null
  return (
    <div class="c-warnings">
      {connection.state === 'retrying' && (
        <Banner kind="warn" title={t.retryingTitle}>
          {t.retryingNext}
        </Banner>
      )}
      {repair !== null && <Repairing repair={repair} />}
      {rekeying !== null && <Renewing now={rekeying} />}
      {dropped > 0 && <Dropped count={dropped} />}
      {sorted.slice(0, all ? undefined : 1).map((warning, at) => (
        <OneWarning key={at} warning={warning} />
      ))}
      {more > 0 && (
        <Button
          kind="quiet"
          size="small"
          onClick={() => {
            setAll(!all)
          }}
        >
          {all ? t.fewerWarnings : t.moreWarnings(more)}
        </Button>
      )}
    </div>
  )
}

/** P7: unsent changes were dropped together with the access to their folder. Shown until the person confirms having read it. */
function Dropped({ count }: { readonly count: number }) {
  const t = unsentWords()
  const act = useAct()
  const dismiss = () => {
    act.run(async () => {
      await ask('unsent.dropped-read', null)
    })
  }
  return (
    <Banner
      kind="warn"
      title={t.dropped(count)}
      act={
        <Button size="small" onClick={dismiss}>
          {t.read}
        </Button>
      }
    >
      {t.droppedNext}
    </Banner>
  )
}

function OneWarning({ warning }: { readonly warning: Warning }) {
  const t = consoleWords()
  switch (warning.kind) {
    case 'forked':
      return <Forked forks={warning.forks} />
    case 'restored':
      return <Restored warning={warning} />
    case 'only-one-key':
      return (
        <Banner
          kind="warn"
          title={t.oneKeyTitle}
          act={
            <Button size="small" onClick={() => void openFurtherKey()}>
              {t.secondKey}
            </Button>
          }
        >
          {warning.owners === 1 ? t.oneKeyNext : t.oneKeyOfTwo}
        </Banner>
      )
    case 'tampered-ledger': {
      const { what, next } = sayFailure(warning.code)
      return (
        <Banner kind="danger" title={what}>
          {next}
        </Banner>
      )
    }
    case 'tampered-folder':
      return (
        <Banner
          kind="danger"
          title={warning.name === null ? t.tamperedFolderUnnamed : t.tamperedFolder(warning.name)}
          act={folderOnScreen(screen.value) === warning.folder ? null : <OpenFolder folder={warning.folder} />}
        >
          {sayFailure('tampered-folder').next}
        </Banner>
      )
    case 'tampered-names':
      return (
        <Banner kind="danger" title={t.tamperedNames(warning.count)}>
          {t.tamperedNamesNext}
        </Banner>
      )
    case 'stale':
      return <Stale count={warning.count} />
    case 'undelivered':
      return <NotDelivered to={warning.to} />
  }
}

function OpenFolder({ folder }: { readonly folder: string }) {
  return (
    <Button
      size="small"
      onClick={() => {
        navigate(pathTo({ at: 'folder', folder }))
      }}
    >
      {consoleWords().openFolder}
    </Button>
  )
}
