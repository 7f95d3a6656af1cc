import { using } from '../../shared/bytes/bytes.ts'
import { memberKeys } from '../../shared/crypto/derive.ts'
import { recall } from './vault/cache.ts'
import type { Desk } from './desk/desk.ts'
import type { Open } from './vault/open.ts'
import type { KeyRegister } from './desk/key-register.ts'
import { dropFormer } from './unlock/new-cache-key.ts'
import { managedPolicy } from './desk/policy.ts'
import { seedOf } from './desk/session.ts'
import type { Session } from './desk/session.ts'
import { recallUndelivered } from './vault/undelivered.ts'
import { recallUnsent } from './vault/unsent-edits.ts'
import { emptyVault } from './vault/vault.ts'
import { recallWitness } from './vault/witness-blob.ts'

/** Returns the vault opened from what lies sealed on this desk, without the content of its folders. The server is asked afterwards. */
export async function reopen(desk: Desk, session: Session, register: KeyRegister): Promise<Open> {
  const keys = await using(seedOf(session), memberKeys)
  for (const key of [...keys.receive.secrets, keys.self, keys.cache]) register.born(key)
  const fresh = () => emptyVault(session.member, session.org, keys, session.pinned, desk.now, register)
  let vault = fresh()
  await recall(desk, vault).catch(() => {
    vault = fresh()
  })
  await dropFormer(desk, vault)
  await recallWitness(desk, vault)
  await recallUnsent(desk, vault)
  vault.undelivered = await recallUndelivered(desk)
  vault.anchor = (await managedPolicy(desk))?.ledger ?? null
  session.pinned = vault.pinned
  return { desk, session, vault }
}
