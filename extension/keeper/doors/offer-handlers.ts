import { newLogin } from '../../messages/item-fields.ts'
import type { Handlers } from '../../messages/serve.ts'
import { dropGeneratedPassword } from '../offers/generated.ts'
import { readItem } from '../items/items.ts'
import type { Keeper } from '../keeper.ts'
import { neverOffer, offerAgain } from '../offers/never-offer.ts'
import type { Offers } from '../offers/offers.ts'
import { needFullyUnlocked } from '../second-key.ts'
import { useSecret } from '../items/recorded-use.ts'

type Names = `offer.${'save' | 'update' | 'dismiss' | 'again'}`

/** What a person does with an offer. It is saved as from the console: merged, or kept until it can be sent. */
export function offerHandlers(keeper: Keeper, offers: Offers, save: Handlers['item.save']): Pick<Handlers, Names> {
  /** Ends the offer. A generated password that a login holds now is kept nowhere else. */
  const settle = async (offer: ReturnType<Offers['need']>) => {
    offers.settle(offer)
    // The login is saved already; a lock in between has dropped the generated password as well.
    await dropGeneratedPassword(keeper, offer.login.password).catch(() => undefined)
  }
  return {
    'offer.save': async ({ offer: id, folder, name, username }, origin) => {
      const offer = offers.need(id)
      const { frame, password } = offer.login
      const fields = newLogin({ name, username, password, address: frame.origin })
      const { revision, unsent } = await save(
        { folder, item: offer.item, form: offer.item, base: null, fields },
        origin,
      )
      await settle(offer)
      return { revision, unsent }
    },
    'offer.update': async ({ offer: id, folder, item }, origin) => {
      const offer = offers.need(id)
      const { fields: was, revision: base } = await keeper.look(() => {
        const open = needFullyUnlocked(keeper)
        return useSecret(open, { folder, item, purpose: 'edit' }, () => readItem(open.vault, folder, item))
      })
      const fields = { ...was, password: offer.login.password }
      const { revision, unsent } = await save({ folder, item, base, was, fields }, origin)
      await settle(offer)
      return { revision, unsent }
    },
    'offer.dismiss': async ({ offer: id, never }) => {
      const offer = offers.need(id)
      if (never) await keeper.run(() => neverOffer(needFullyUnlocked(keeper), offer.login.frame.origin))
      offers.settle(offer)
      return null
    },
    'offer.again': async ({ origin }) => {
      await keeper.run(() => offerAgain(needFullyUnlocked(keeper), origin))
      keeper.tell()
      return null
    },
  }
}
