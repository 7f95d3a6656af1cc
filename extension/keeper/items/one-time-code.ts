import { get } from '../../../shared/bytes/table.ts'
import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import { readOtpSeed } from '../../../shared/bytes/otp-seed.ts'
import { codeAt } from '../../../shared/crypto/totp.ts'
import { atLeast, levelOf } from '../../../shared/ledger/replay/level.ts'
import type { CodeView } from '../../messages/code-view.ts'
import { readItem } from './items.ts'
import type { Open } from '../vault/open.ts'
import { shownEdit } from '../vault/shown-edits.ts'
import { shelfOf, stateOf } from '../vault/vault.ts'
import { useSecret } from './recorded-use.ts'

type Code = Extract<CodeView, { is: 'shown' }>

/**
 * Returns the one-time code of a TOTP seed at `now` (ms), null where there is no seed, or one that `readOtpSeed` refuses: items may
 * hold one from before the form checked seeds.
 */
export function currentCode(totp: string, now: number): Code | null {
  if (totp === '') return null
  try {
    const seed = readOtpSeed(totp)
    return { is: 'shown', ...codeAt(seed, now), period: seed.period * 1_000 }
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

/**
 * Returns a login's one-time code for a person with level read; with less they can fill it without seeing it. In a witnessed folder
 * the server records each use of a secret: so `look` returns `on-request` instead of fetching it, and `show`, after the person
 * asked, is recorded as read. Throws as `readItem` and `useSecret`.
 */
export async function lookAtCode(
  open: Open,
  { folder, item }: { folder: FolderId; item: ItemId },
  purpose: 'look' | 'show',
): Promise<CodeView> {
  const { vault } = open
  if (!atLeast(levelOf(stateOf(vault), vault.me, folder), 'read')) return { is: 'closed' }
  const { journal, parts } = shelfOf(vault, folder)
  const link = get(journal.items, item)?.parts?.secret
  const isHere = shownEdit(vault, folder, item) !== null || link === undefined || parts.has(link.hash)
  if (purpose === 'look' && !isHere) return { is: 'on-request' }
  const { fields } = await useSecret(open, { folder, item, purpose: 'read' }, () => readItem(vault, folder, item))
  return currentCode(fields.totp, vault.now()) ?? { is: 'none' }
}
