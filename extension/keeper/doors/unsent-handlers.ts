import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { Saved } from '../../messages/item-requests.ts'
import type { Handlers } from '../../messages/serve.ts'
import type { Keeper } from '../keeper.ts'
import type { Open } from '../vault/open.ts'
import { needFullyUnlocked } from '../second-key.ts'
import { carryItem, moveReview } from '../items/carry-item.ts'
import { saveAsNew, saveEdit, settleEdit } from '../items/send-unsent.ts'
import { discardUnsent, storeUnsent, unsentOf } from '../vault/unsent-edits.ts'
import type { UnsentEdit } from '../vault/unsent-schema.ts'
import { unsentLook } from './views/unsent.ts'

type Names =
  | 'item.carry'
  | 'move.review'
  | 'item.save'
  | 'item.delete'
  | `unsent.${'send' | 'read' | 'settle' | 'discard' | 'dropped-read'}`

/** Codes that mean the server cannot be reached: the next sync tries again. */
const AWAY = new Set(['server-unreachable', 'database-down', 'bad-reply', 'internal'])

/** Saving and deleting items, and the queue of edits that could not be sent. */
export function unsentHandlers(keeper: Keeper): Pick<Handlers, Names> {
  /** Saves after all work before it; keeps and shows the result, whatever it is. */
  const saving = <S extends Pick<Saved, 'unsent'>>(save: (open: Open, away: string | null) => Promise<S>): Promise<S> =>
    keeper.run(async () => {
      const away = keeper.connection.state === 'retrying' ? keeper.connection.code : null
      const saved = await save(needFullyUnlocked(keeper), away)
      if (saved.unsent !== null && AWAY.has(saved.unsent)) keeper.retry(saved.unsent)
      await keeper.keep()
      keeper.tell()
      if (away !== null) void keeper.wake()
      return saved
    })
  const changeQueue = (change: (open: Open) => void) =>
    keeper.run(async () => {
      const open = needFullyUnlocked(keeper)
      change(open)
      await storeUnsent(open.desk, open.vault)
      keeper.tell()
      return null
    })

  return {
    'item.save': ({ folder, item, form = null, base, was = null, fields }) =>
      saving(async (open, away) => ({
        item,
        ...(await saveEdit(open, { folder, item, form, base, was, fields }, away)),
      })),
    'item.carry': (carry) => saving((open, away) => carryItem(open, carry, away)),
    'move.review': ({ from, to }) =>
      keeper.look(() => Promise.resolve(moveReview(needFullyUnlocked(keeper), from, to))),
    'item.delete': ({ folder, item, base }) =>
      saving((open, away) => saveEdit(open, { folder, item, form: null, base, was: null, fields: null }, away)),

    'unsent.send': async () => {
      await keeper.wake()
      return null
    },
    'unsent.read': ({ folder, item }) =>
      keeper.look(() => {
        const open = needFullyUnlocked(keeper)
        return unsentLook(open.vault, needUnsent(open, folder, item))
      }),
    'unsent.settle': (choice) =>
      saving(async (open, away) => {
        const edit = needUnsent(open, choice.folder, choice.item)
        return choice.as === 'new'
          ? { item: choice.fresh, ...(await saveAsNew(open, edit, choice.fresh, away)) }
          : { item: choice.item, ...(await settleEdit(open, edit, choice, away)) }
      }),
    'unsent.discard': ({ folder, item }) =>
      changeQueue(({ vault }) => {
        discardUnsent(vault, folder, item)
      }),
    'unsent.dropped-read': () =>
      changeQueue(({ vault }) => {
        vault.unsent = { ...vault.unsent, dropped: 0 }
      }),
  }
}

/** Returns the edit that waits for this item. Throws Failure `unknown-item` when there is none. */
function needUnsent({ vault }: Open, folder: FolderId, item: ItemId): UnsentEdit {
  const edit = unsentOf(vault, folder, item)
  if (edit === null) throw new Failure('unknown-item', item)
  return edit
}
