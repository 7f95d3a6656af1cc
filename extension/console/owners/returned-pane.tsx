import { useState } from 'preact/hooks'
import { FolderTree, Undo2, Users } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import type { Intent } from '../../messages/intent.ts'
import type { ReturnedView } from '../../messages/views.ts'
import { useAct } from '../../messages/use-act.ts'
import { LevelChip } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { RowText } from '../../ui/row-text.tsx'
import { ownerWords } from '../../words/console-owners.ts'
import { DetailHead } from '../parts/detail-head.tsx'
import { sayDates } from '../state/dates.ts'
import { pathTo } from '../state/screens.ts'

/** Somebody who came back with new keys. Restores their former access where this person manages it, one grant at a time or all. */
export function ReturnedPane({ returned }: { readonly returned: ReturnedView }) {
  const t = ownerWords()
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null)
  const { member, name, teams, folders } = returned
  const toTeam = ({ team }: (typeof teams)[number]): Intent => {
    return { do: 'set-members', team, added: [member], removed: [] }
  }
  const toFolder = ({ folder, level, starts, ends }: (typeof folders)[number]): Intent => {
    return { do: 'grant', folder, to: { kind: 'member', id: member }, level, from: starts, until: ends }
  }
  const act = useAct()
  const putBack = (intents: readonly Intent[]) => {
    act.run(async () => {
      for (const [done, intent] of intents.entries()) {
        setProgress({ done, all: intents.length })
        await ask('act.sign', intent)
      }
    })
  }
  const { busy } = act
  const all = [...teams.map(toTeam), ...folders.map(toFolder)]
  const one = (what: string, intent: Intent) => (
    <Button
      size="small"
      icon={Undo2}
      disabled={busy}
      title={t.putBackWhat(what)}
      onClick={() => {
        putBack([intent])
      }}
    >
      {t.putBack}
    </Button>
  )
  return (
    <>
      <DetailHead
        title={t.returnedTitle(name ?? t.somebody)}
        above={pathTo({ at: 'waiting' })}
        acts={
          <Button
            kind="main"
            icon={Undo2}
            busy={busy && progress !== null ? t.puttingBack(progress.done, progress.all) : null}
            onClick={() => {
              putBack(all)
            }}
          >
            {t.putAllBack(all.length)}
          </Button>
        }
      >
        <p class="c-soft">{t.returnedHint}</p>
      </DetailHead>
      <div class="c-pad">
        {act.failed && <FailureBanner code={act.failed.code} />}
        <ul class="c-grants" aria-label={t.toPutBack}>
          {teams.map((team) => (
            <li key={team.team}>
              <span class="c-who">
                <RowText icon={Users} name={team.name} />
              </span>
              {one(team.name, toTeam(team))}
            </li>
          ))}
          {folders.map((folder) => (
            <li key={folder.folder}>
              <span class="c-who">
                <RowText icon={FolderTree} name={folder.name} under={sayDates(folder)} />
              </span>
              <LevelChip level={folder.level} />
              {one(folder.name, toFolder(folder))}
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
