import { Button } from '../../ui/button.tsx'
import { common } from '../../words/common.ts'

type Props = {
  readonly form: string
  readonly verb: string
  readonly busy: string | null
  readonly onCancel: () => void
}

/** The buttons of a dialog that contains a form. `busy` is the label while the form is sent; null while nothing runs. */
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
