import { useState } from 'preact/hooks'
import type { OfferView } from '../messages/offer-view.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { common } from '../words/common.ts'
import { offerWords } from '../words/offer.ts'
import { FolderChoice } from './folder-choice.tsx'
import type { useOffer } from './use-offer.ts'

export interface OfferProps {
  readonly offer: OfferView
  readonly act: ReturnType<typeof useOffer>
}

/** A login that Cloison does not hold yet: its name, and where it belongs. */
export function NewLogin({ offer, act }: OfferProps) {
  const t = offerWords()
  const [name, setName] = useState(offer.host.slice(0, 200))
  const [username, setUsername] = useState(offer.username)
  const [chosen, setChosen] = useState<string>(offer.folder ?? '')
  const place = offer.folders.find(({ folder }) => folder === chosen)
  const busy = act.doing.state === 'busy'
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (place !== undefined && name.trim() !== '' && !busy)
          act.save({ offer: offer.id, folder: place.folder, name: name.trim(), username: username.trim() })
      }}
    >
      <h3 id="offer-title">{t.saveTitle(offer.host)}</h3>
      <TextField label={t.name} value={name} onInput={setName} maxLength={200} required />
      <TextField label={t.username} value={username} onInput={setUsername} maxLength={500} />
      <FolderChoice folders={offer.folders} chosen={place?.folder ?? null} onChange={setChosen} />
      <div class="popup-offer-acts">
        <Button
          type="submit"
          kind="main"
          disabled={place === undefined || name.trim() === ''}
          busy={busy ? common().saving : null}
        >
          {t.save}
        </Button>
        <Button
          onClick={() => {
            act.dismiss({ offer: offer.id, never: false })
          }}
        >
          {t.notNow}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            act.dismiss({ offer: offer.id, never: true })
          }}
        >
          {t.never}
        </Button>
      </div>
    </form>
  )
}
