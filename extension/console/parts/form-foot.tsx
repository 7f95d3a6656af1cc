import { Button } from '../../ui/button.tsx'
import { common } from '../../words/common.ts'

type Props = {
  readonly form: string
  readonly verb: string
  readonly busy: string | null
  readonly onCancel: () => void
}

/** The foot of a dialog that sends its form itself; `busy` says what it does meanwhile, null while it waits for the person. */
export function FormFoot({ form, verb, busy, onCancel }: Props) {
  return (
    <>
      <Button disabled={busy !== null} onClick={onCancel}>
        {common().cancel}
      </Button>
      <Button kind="main" type="submit" form={form} busy={busy}>
        {verb}
      </Button>
    </>
  )
}
