import * as z from 'zod/mini'
import { credentialId } from '../../../shared/protocol/credentials.ts'
import { deskSettings } from '../../messages/settings.ts'
import type { Desk } from '../desk/desk.ts'
import { putBlob, readBlob } from './cache.ts'
import type { CacheOwner } from './cache.ts'
import type { OwnSettings } from './own-settings.ts'
import type { Vault } from './vault.ts'

const KIND = 'settings'
const keyName = z.string().check(z.minLength(1), z.maxLength(100))
const onDisk = z.strictObject({ desk: deskSettings, keyNames: z.array(z.tuple([credentialId, keyName])) })

/** Reads what this person has set on this desk. Whatever does not parse counts as never set, so that it cannot loosen a limit. */
export async function recallSettings(desk: Desk, vault: Vault): Promise<void> {
  const kept = onDisk.safeParse(await readBlob(desk, vault, KIND, ''))
  if (kept.success) Object.assign(vault.settings, { desk: kept.data.desk, keyNames: new Map(kept.data.keyNames) })
}

/** Changes what is set, in the vault and on disk. P10: it lies sealed under the person's cache key, on this desk alone. */
export async function changeSettings(desk: Desk, vault: Vault, change: Partial<OwnSettings>): Promise<void> {
  const next = { ...vault.settings, ...change }
  await putBlob(desk, vault, KIND, '', { desk: next.desk, keyNames: [...next.keyNames] })
  Object.assign(vault.settings, next)
}

/** Copies what is set to the next cache key, before a rotation of this person's keys is sent. */
export async function copySettings(desk: Desk, vault: CacheOwner, next: CacheOwner): Promise<void> {
  const kept = await readBlob(desk, vault, KIND, '')
  if (kept !== null) await putBlob(desk, next, KIND, '', kept)
}
