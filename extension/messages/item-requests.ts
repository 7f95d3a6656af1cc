/** The requests about items that a page may make of the worker: a part of the contract. */
import * as z from 'zod/mini'
import { count, folderId, itemId } from '../../shared/protocol/primitives.ts'
import type { ItemId } from '../../shared/bytes/ids.ts'
import type { PastPassword } from '../../shared/vault/item.ts'
import { defineRequest } from './define-request.ts'
import type { DeletedItem } from './deleted-view.ts'
import type { ExportPage } from './export-logins.ts'
import type { FoundLogin } from './found-login.ts'
import { importBatches, knownLogin, MOST_IMPORTED } from './import-logins.ts'
import type { LoginImport } from './import-logins.ts'
import { itemFields } from './item-fields.ts'
import type { Moved, MoveReview } from './move-view.ts'
import type { ToChangeRow } from './to-change-view.ts'
import type { ItemFields } from './views.ts'

/** The revision that holds what was saved. `unsent`: the code of why it waits on this device, null once the server has it. */
export type Saved = { revision: number; unsent: string | null }

export const oneItem = z.strictObject({ folder: folderId, item: itemId })

export const itemRequests = {
  /** `past`: how many earlier passwords there are; `item.history` returns them. */
  'item.read': defineRequest<{ fields: ItemFields; revision: number; past: number }>()(oneItem, 'console'),
  /** Returns the earlier passwords, newest first, for level read or higher; in a witnessed folder a recorded use. Failure: not-allowed. */
  'item.history': defineRequest<{ history: PastPassword[] }>()(oneItem, 'console'),
  /**
   * Saves an item, merged with what others changed meanwhile. `base`: the revision that the form was opened on, `was`: its fields then;
   * both null for a new item. `form` identifies the form, which also chooses a new item's id when it opens: so a save whose answer was
   * lost can be sent again. `unsent` in the reply: why the edit waits on this device, or null.
   */
  'item.save': defineRequest<{ item: ItemId } & Saved>()(
    z.strictObject({
      folder: folderId,
      item: itemId,
      form: z.optional(itemId),
      base: z.nullable(count),
      was: z.optional(z.nullable(itemFields)),
      fields: itemFields,
    }),
    'console',
  ),
  'item.delete': defineRequest<Saved>()(z.strictObject({ folder: folderId, item: itemId, base: count }), 'console'),
  /** Who gains and who loses access to a login that goes from one folder to another. Failure: not-allowed. */
  'move.review': defineRequest<MoveReview>()(z.strictObject({ from: folderId, to: folderId }), 'console'),
  /**
   * Seals an item anew in another folder, as `fresh`, and then deletes it here (`move`) or leaves it (`copy`). Earlier passwords go with a
   * move. What is lost on the way waits on this device: the deletion is not sent before the server has the other. In a witnessed folder a
   * recorded use. Failures: as `item.save`; same-folder, changed-here.
   */
  'item.carry': defineRequest<Moved>()(
    z.strictObject({ as: z.enum(['move', 'copy']), folder: folderId, item: itemId, to: folderId, fresh: itemId }),
    'console',
  ),
  /** For those who manage the folder: its deleted items that can be restored, newest first. Null: of all folders that they manage. */
  'items.deleted': defineRequest<{ items: DeletedItem[] }>()(
    z.strictObject({ folder: z.nullable(folderId) }),
    'console',
  ),
  'item.restore': defineRequest<null>()(oneItem, 'console'),
  /** The logins whose password is to be changed, in all folders that this person may edit; those with the newest loss of access first. */
  'items.to-change': defineRequest<{ rows: ToChangeRow[] }>()(z.null(), 'console'),

  /** Every login that this person reaches, for a search over all folders. */
  'logins.find': defineRequest<FoundLogin[]>()(z.null(), 'console'),
  /** Which of these logins the folder has already, by position. */
  'items.known': defineRequest<{ known: number[] }>()(
    z.strictObject({ folder: folderId, logins: z.array(knownLogin).check(z.maxLength(MOST_IMPORTED)) }),
    'console',
  ),
  /** Makes many new logins, folder by folder. What it made is shown after the next sync. */
  'items.import': defineRequest<LoginImport>()(z.strictObject({ batches: importBatches }), 'console'),

  /** A page of a folder's logins with their secrets, for an export. Failure: not-allowed below level read. */
  'items.export': defineRequest<ExportPage>()(
    z.strictObject({ folder: folderId, from: count, inClear: z.nullable(z.int().check(z.gte(1))) }),
    'console',
  ),
} as const
