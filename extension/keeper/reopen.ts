import { using } from '../../shared/bytes/bytes.ts'
import { memberKeys } from '../../shared/crypto/derive.ts'
import { recallVault } from './vault/cache.ts'
import type { Desk } from './desk/desk.ts'
import type { Open } from './vault/open.ts'
import type { KeyRegister } from './desk/key-register.ts'
import { dropFormer } from './unlock/new-cache-key.ts'
import { managedPolicy } from './desk/policy.ts'
import { seedOf } from './desk/session.ts'
import type { Session } from './desk/session.ts'
import { restoreUndelivered } from './vault/undelivered.ts'
import { restoreUnsent } from './vault/unsent-edits.ts'
import { emptyVault } from './vault/vault.ts'
import { recallSettings } from './vault/settings-blob.ts'
import { recallForkWatch } from './vault/fork-watch-blob.ts'

/** Returns the vault opened from what lies sealed on this desk, without the content of its folders. The server is asked afterwards. */
export async function reopen(desk: Desk, session: Session, register: KeyRegister): Promise<Open> {
  const keys = await using(seedOf(session), memberKeys)
  for (const key of [...keys.receive.secrets, keys.self, keys.cache]) register.add(key)
  const fresh = () => emptyVault(session.member, session.org, keys, session.pinned, desk.now, register)
  let vault = fresh()
  await recallVault(desk, vault).catch(() => {
    vault = fresh()
  })
  await dropFormer(desk, vault)
  await recallForkWatch(desk, vault)
  await restoreUnsent(desk, vault)
  await recallSettings(desk, vault)
  vault.undelivered = await restoreUndelivered(desk)
  vault.anchor = (await managedPolicy(desk))?.ledger ?? null
  session.pinned = vault.pinned
  return { desk, session, vault }
}
