import { Folder } from 'lucide-preact'
import type { OfferView } from '../messages/offer-view.ts'
import { Picker } from '../ui/picker.tsx'
import { offerWords } from '../words/offer.ts'

interface FolderChoiceProps {
  readonly folders: OfferView['folders']
  /** Null until the person chooses, so that nobody shares a password with the first folder of the list by accident. */
  readonly chosen: string | null
  readonly onChange: (folder: string) => void
}

/** The folder in which a new login is saved: searched, since somebody may write in hundreds. */
export function FolderChoice({ folders, chosen, onChange }: FolderChoiceProps) {
  return (
    <Picker
      label={offerWords().folder}
      value={chosen}
      choices={folders.map(({ folder, path }) => {
        const above = path.slice(0, -1)
        return {
          id: folder,
          label: path.at(-1) ?? '',
          under: above.length === 0 ? null : above.join(' › '),
          icon: Folder,
        }
      })}
      onChange={onChange}
    />
  )
}
