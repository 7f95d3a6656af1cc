import { Failure } from '../../../shared/bytes/failure.ts'
import type { Input } from '../../messages/contract.ts'
import type { Handlers } from '../../messages/serve.ts'
import type { CodeView } from '../../messages/code-view.ts'
import { copyFor } from './copy-for.ts'
import type { Clipboard } from '../fill/clipboard.ts'
import type { Keeper } from '../keeper.ts'
import { currentCode, lookAtCode } from '../items/one-time-code.ts'
import { needFullyUnlocked } from '../second-key.ts'

type Names = 'code.look' | 'code.copy' | 'secret.copy' | 'clipboard.take' | 'clipboard.written'

/** One-time codes: shown and copied at level read or above. A page that has already read the item sends its seed. */
export function codeHandlers(keeper: Keeper, clipboard: Clipboard): Pick<Handlers, Names> {
  const look = (of: Input<'code.copy'>, purpose: 'look' | 'show') =>
    keeper.look(async (): Promise<CodeView> => {
      const open = needFullyUnlocked(keeper)
      if (of.by === 'item') return lookAtCode(open, of, purpose)
      return currentCode(of.totp, open.vault.now()) ?? { is: 'none' }
    })
  const put = (text: string) => copyFor(keeper, clipboard, text)
  return {
    'code.look': ({ of, purpose }) => look(of, purpose),
    'code.copy': async (of) => {
      const found = await look(of, 'show')
      if (found.is !== 'shown') throw new Failure(found.is === 'closed' ? 'not-allowed' : 'no-code')
      return put(found.code)
    },
    'secret.copy': ({ text }) => keeper.look(() => put(text)),
    'clipboard.take': () => Promise.resolve(clipboard.take()),
    'clipboard.written': () => {
      clipboard.written()
      return Promise.resolve(null)
    },
  }
}
