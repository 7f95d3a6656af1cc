import { useState } from 'preact/hooks'
import { UserLock } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import type { PersonalView } from '../../messages/recovery-view.ts'
import { useAct } from '../../messages/use-act.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { navigate } from '../../ui/router.ts'
import { toast } from '../../ui/toast.tsx'
import { folderWords } from '../../words/console-folders.ts'
import { recoveryWords } from '../../words/recovery.ts'
import { NameDialog } from '../parts/name-dialog.tsx'
import { pathTo } from '../state/screens.ts'
import { world } from '../state/world.ts'

/** Creates a personal folder. Where the policy allows recovery, asks whether owners may give it back after its keys are lost. */
export function CreatePersonal({ onClose }: { readonly onClose: () => void }) {
  const t = recoveryWords()
  const owners = world.value?.personal.owners ?? 0
  const [agreed, setAgreed] = useState(true)
  return (
    <NameDialog
      title={t.create}
      label={folderWords().folderName}
      hint={t.nameHint}
      start={t.personal}
      verb={t.create}
      busy={t.creating}
      onClose={onClose}
      onName={async (name) => {
        const recoverable = agreed && owners > 0
        const { folder } = await ask('act.sign', { do: 'create-personal', name, recoverable })
        onClose()
        if (folder !== null) navigate(pathTo({ at: 'folder', folder }))
      }}
    >
      {owners > 0 ? (
        <CheckboxField label={t.agree} hint={t.agreeHint(owners)} checked={agreed} onChange={setAgreed} />
      ) : (
        <p class="c-soft">{t.noRecovery}</p>
      )}
    </NameDialog>
  )
}

/** The line under the title of a personal folder: whose it is, and whether it can be recovered when the keys are lost. */
export function PersonalState({ personal }: { readonly personal: PersonalView }) {
  const t = recoveryWords()
  const { recovery, owners } = personal
  const act = useAct()
  const allow = () => {
    act.run(async () => {
      await ask('act.sign', { do: 'allow-recovery' })
      toast(t.allowed)
    })
  }
  const means = { none: t.noRecovery, offered: '', set: t.splitAmong(owners), outdated: t.outdated }[recovery]
  return (
    <>
      <p class="c-states">
        <Badge icon={UserLock}>{t.yours}</Badge>{' '}
        <span class="c-soft">
          {t.yoursHint} {means}
        </span>
      </p>
      {recovery === 'offered' && (
        <Banner
          kind="info"
          title={t.offeredTitle}
          act={
            <Button size="small" busy={act.busy ? t.allow : null} onClick={allow}>
              {t.allow}
            </Button>
          }
        >
          {t.offeredHint(owners)}
        </Banner>
      )}
      {act.failed && <FailureBanner code={act.failed.code} />}
    </>
  )
}
