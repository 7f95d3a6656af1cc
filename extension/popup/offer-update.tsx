import { useState } from 'preact/hooks'
import type { LoginRow } from '../messages/views.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { offerWords } from '../words/offer.ts'
import { popupWords } from '../words/popup.ts'
import type { OfferProps } from './offer-new.tsx'

/** Offers to update the password of a saved login. When several fit, the person chooses. */
export function UpdateLogin({ offer, act, onNew }: OfferProps & { readonly onNew: () => void }) {
  const t = offerWords()
  const { updates } = offer
  const [chosen, setChosen] = useState<string>(updates[0]?.item ?? '')
  const login = updates.find(({ item }) => item === chosen) ?? updates[0]
  if (login === undefined) return null
  const isOnly = updates.length === 1
  return (
    <>
      <h3 id="offer-title">{isOnly ? t.updateTitle(login.name) : t.whichTitle(offer.host)}</h3>
      {isOnly ? (
        <p class="popup-soft">{about(login)}</p>
      ) : (
        <SelectField
          label={t.login}
          value={login.item}
          options={updates.map((one) => ({ value: one.item, label: `${one.name} · ${about(one)}` }))}
          onChange={setChosen}
        />
      )}
      <p class="popup-soft">{t.whyUpdate}</p>
      <div class="popup-offer-acts">
        <Button
          kind="main"
          busy={act.doing.state === 'busy' ? t.updating : null}
          onClick={() => {
            act.update({ offer: offer.id, folder: login.folder, item: login.item }, login.name)
          }}
        >
          {t.update}
        </Button>
        <Button onClick={onNew}>{t.asNew}</Button>
        <Button
          kind="quiet"
          onClick={() => {
            act.dismiss({ offer: offer.id, never: false })
          }}
        >
          {t.notNow}
        </Button>
      </div>
    </>
  )
}

const about = ({ username, client }: LoginRow) => `${username || popupWords().noUsername} · ${client.name}`
