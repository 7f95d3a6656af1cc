import { CloudUpload, FilePen, FilePlus, FileX } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import { useAct } from '../../messages/use-act.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { List } from '../../ui/list.tsx'
import { navigate } from '../../ui/router.ts'
import { RowText } from '../../ui/row-text.tsx'
import { toast } from '../../ui/toast.tsx'
import { unsentWords } from '../../words/console-unsent.ts'
import { SectionHead } from '../parts/section-head.tsx'
import { pathTo } from '../state/screens.ts'
import { unsent } from '../state/unsent.ts'
import { unlocked } from '../state/world.ts'
import { markIcon } from './unsent-mark.tsx'

const icons = { create: FilePlus, change: FilePen, delete: FileX } as const

/** The changes that wait on this desk, in the order in which they are sent. */
export function UnsentPane({ selected }: { readonly selected: string | null }) {
  const t = unsentWords()
  const act = useAct()
  const send = () => {
    act.run(async () => {
      await ask('unsent.send', null)
      const away = unlocked.peek()?.connection.state === 'retrying'
      toast(unsent.peek().length === 0 ? t.allSent : away ? t.stillWaiting : t.count(unsent.peek().length))
    })
  }
  const rows = unsent.value
  return (
    <>
      <SectionHead
        title={t.title}
        acts={
          rows.some(({ state }) => state === 'waiting') && (
            <Button kind="main" icon={CloudUpload} busy={act.busy ? t.sending : null} onClick={send}>
              {t.sendNow}
            </Button>
          )
        }
      />
      {act.failed && <FailureBanner code={act.failed.code} />}
      {rows.length === 0 ? (
        <EmptyState icon={CloudUpload} title={t.emptyTitle}>
          {t.emptyHint}
        </EmptyState>
      ) : (
        <div class="c-rows">
          <List
            label={t.title}
            rows={rows}
            idOf={(row) => row.item}
            render={(row) => (
              <RowText icon={icons[row.does]} name={row.name} under={`${t.does[row.does]}, ${row.path.at(-1) ?? '…'}`}>
                {row.state !== 'waiting' && (
                  <Badge kind="warn" icon={markIcon[row.state]}>
                    {t.mark[row.state]}
                  </Badge>
                )}
              </RowText>
            )}
            onEnter={(row) => {
              navigate(pathTo({ at: 'unsent-edit', item: row.item }))
            }}
            selected={selected}
          />
        </div>
      )}
    </>
  )
}
