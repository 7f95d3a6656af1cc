import { ask } from '../../messages/ask.ts'
import { useAct } from '../../messages/use-act.ts'
import type { KeyView } from '../../messages/views.ts'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { keyWords } from '../../words/keys.ts'
import { NameDialog } from '../parts/name-dialog.tsx'

interface KeyNameProps {
  readonly of: KeyView
  readonly onNamed: () => void
  readonly onClose: () => void
}

/** Names one of one's own FIDO keys, or takes its name away. The name stays on this desk, sealed. */
export function KeyName({ of: { id, label }, onNamed, onClose }: KeyNameProps) {
  const k = keyWords()
  const removing = useAct()
  const save = async (name: string | null) => {
    await ask('settings.name-key', { credential: id, name })
    onNamed()
    onClose()
  }
  return (
    <NameDialog
      title={k.nameTitle}
      label={k.nameLabel}
      hint={k.nameHint}
      start={label ?? ''}
      verb={k.nameVerb}
      busy={k.naming}
      onName={save}
      onClose={onClose}
    >
      {label !== null && (
        <div>
          <Button
            size="small"
            onClick={() => {
              removing.run(() => save(null))
            }}
          >
            {k.unname}
          </Button>
        </div>
      )}
      {removing.failed && <FailureBanner code={removing.failed.code} />}
    </NameDialog>
  )
}
