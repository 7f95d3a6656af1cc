import type { OfferView } from '../messages/offer-view.ts'
import { SelectField } from '../ui/select-field.tsx'
import { offerWords } from '../words/offer.ts'

interface FolderChoiceProps {
  readonly folders: OfferView['folders']
  /** Empty until the person chooses, so that nobody shares a password with the first folder of the list by accident. */
  readonly chosen: string
  readonly onChange: (folder: string) => void
}

/** The folder in which a new login is saved. */
export function FolderChoice({ folders, chosen, onChange }: FolderChoiceProps) {
  const t = offerWords()
  return (
    <SelectField
      label={t.folder}
      value={chosen}
      options={[
        ...(chosen === '' ? [{ value: '', label: t.chooseFolder, disabled: true }] : []),
        ...folders.map(({ folder, path }) => ({ value: folder, label: path.join(' › ') })),
      ]}
      onChange={onChange}
    />
  )
}
