import { Failure } from '../../../shared/bytes/failure.ts'
import type { Handlers } from '../../messages/serve.ts'
import { chooseClient } from '../fill/choose-client.ts'
import type { Frames } from '../fill/fill.ts'
import type { Keeper } from '../keeper.ts'
import { fillsIn, judgeAt, matchReachOf } from '../match/match-rules.ts'
import { needFullyUnlocked } from '../second-key.ts'
import { everyLogin } from '../match/logins-for.ts'

/** What an address reaches, why a login is or is not offered for a page, and which client's logins are offered. */
export function matchHandlers(
  keeper: Keeper,
  frames: Frames,
): Pick<Handlers, 'match.reach' | 'login.fit' | 'client.choose'> {
  return {
    'match.reach': ({ address }) => Promise.resolve(matchReachOf(address)),
    'client.choose': ({ folder }) =>
      keeper.look(() => {
        chooseClient(keeper, folder)
        return Promise.resolve(null)
      }),
    'login.fit': ({ folder, item, tab }) =>
      keeper.look(async () => {
        const pages = await frames.of(tab)
        const login = everyLogin(needFullyUnlocked(keeper).vault).find(
          ({ row }) => row.folder === folder && row.item === item,
        )
        if (login === undefined) throw new Failure('unknown-item', item)
        if (login.withheld !== null) return { is: 'withheld', why: login.withheld }
        // As a fill would judge it: any frame that fits; if none does, the reason is that of the page itself.
        const page = pages.find((one) => fillsIn(one)(login.urls)) ?? pages[0]
        return page === undefined ? { is: 'withheld', why: 'no-page' } : judgeAt(page.url)(login.urls).fit
      }),
  }
}
