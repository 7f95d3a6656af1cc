import { ArchiveRestore } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import { useAct } from '../../messages/use-act.ts'
import type { FolderView } from '../../messages/views.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { toast } from '../../ui/toast.tsx'
import { archiveWords } from '../../words/archive.ts'
import { common } from '../../words/common.ts'
import { foldersBelow, hasLevel, trailTo } from '../state/world.ts'

type ArchiveFolderProps = { readonly folder: FolderView; readonly onClose: () => void }

/** Says exactly what archiving does and what it does not, then signs it. */
export function ArchiveFolder({ folder, onClose }: ArchiveFolderProps) {
  const t = archiveWords()
  const act = useAct()
  return (
    <Dialog
      title={t.ask(folder.name)}
      busy={act.busy}
      onClose={onClose}
      footer={
        <>
          <Button disabled={act.busy} onClick={onClose}>
            {common().cancel}
          </Button>
          <Button
            kind="main"
            busy={act.busy ? t.archiving : null}
            onClick={() => {
              act.run(async () => {
                await ask('act.sign', { do: 'archive-folder', folder: folder.folder, archived: true })
                onClose()
                toast(t.done(folder.name))
              })
            }}
          >
            {t.archive}
          </Button>
        </>
      }
    >
      <h3>{t.does}</h3>
      <ul>
        <li>{t.doesTree(foldersBelow(folder))}</li>
        <li>{t.doesFill}</li>
      </ul>
      <h3>{t.doesNot}</h3>
      <ul>
        <li>{t.notAccess}</li>
        <li>{t.notEnd}</li>
      </ul>
      <p>{t.back}</p>
      {act.failed && <FailureBanner code={act.failed.code} />}
    </Dialog>
  )
}

/** Says above an archived folder that it is one, and lets who manages it bring it back. Nothing for any other folder. */
export function ArchivedBanner({ folder }: { readonly folder: FolderView }) {
  const t = archiveWords()
  const act = useAct()
  if (folder.archived === 'no') return null
  const root = trailTo(folder).find(({ archived }) => archived === 'itself') ?? folder
  return (
    <>
      <Banner
        kind="info"
        title={root === folder ? t.bannerTitle : t.bannerAbove(root.name)}
        act={
          root === folder &&
          hasLevel(folder, 'manage') && (
            <Button
              size="small"
              icon={ArchiveRestore}
              busy={act.busy ? t.bringingBack : null}
              onClick={() => {
                act.run(async () => {
                  await ask('act.sign', { do: 'archive-folder', folder: folder.folder, archived: false })
                  toast(t.broughtBack(folder.name))
                })
              }}
            >
              {t.bringBack}
            </Button>
          )
        }
      >
        {t.banner}
      </Banner>
      {act.failed && <FailureBanner code={act.failed.code} />}
    </>
  )
}
