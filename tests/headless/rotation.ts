import { fromBase64url, toBase64url } from '../../shared/bytes/base64url.ts'
import type { FolderId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import type { Stack } from '../stack.ts'
import { prf, touch } from '../soft-key.ts'
import { PIN, hire, need, newFolder, save } from './org.ts'
import { itemsIn, refresh, sign, unlock } from './person.ts'
import type { Person } from './person.ts'

/** The PIN that replaces the one that was seen. */
export const NEW = 'nouveau-7h2'

/** The person manages `own`, reaches `shared` through a team that others manage, and `direct` by a grant of their own. */
export type Cast = {
  agent: Person
  member: MemberId
  own: FolderId
  shared: FolderId
  direct: FolderId
  team: TeamId
}

/** A person whose PIN and key will be compromised, who reaches folders in every possible way, with a login in each. */
export async function newCast(stack: Stack, owner: Person): Promise<Cast> {
  const { person: agent, member } = await hire(stack, owner, 'Lena')
  const [home, top] = [await newFolder(owner, 'Attache'), await newFolder(owner, 'Direction')]
  const team = need((await sign(owner, { do: 'create-team', name: 'Nord', home })).team)
  await sign(owner, { do: 'set-members', team, added: [member], removed: [] })
  const shared = await newFolder(owner, 'Banque', top)
  const direct = await newFolder(owner, 'Assurance', top)
  const own = await newFolder(owner, 'Atelier')
  const to = { kind: 'member' as const, id: member }
  await sign(owner, { do: 'grant', folder: shared, to: { kind: 'team', id: team }, level: 'edit' })
  await sign(owner, { do: 'grant', folder: direct, to, level: 'read' })
  await sign(owner, { do: 'grant', folder: own, to, level: 'manage' })
  for (const folder of [shared, direct, own]) await save(owner, folder, 'Portail')
  await refresh(agent)
  return { agent, member, own, shared, direct, team }
}

/** Rotates the keys: both PINs and an assertion. */
export async function rotate(person: Person, pin = PIN, next = NEW, key = person.key) {
  if (key === null) throw new Error('no key yet')
  const asked = await person.ask['pin.start']({ next }, '')
  const assertion = touch(key, fromBase64url(asked.challenge))
  const output = toBase64url(prf(key, fromBase64url(asked.prfSalt)))
  return person.ask['rotate.finish']({ pin, next, assertion, prf: output }, '')
}

/** The result of an unlock with this PIN. */
export async function opens(pin: string, person: Person): Promise<string> {
  if (person.keeper.open !== null) await person.keeper.lockNow('button')
  return unlock(person, pin).then(
    () => 'opens',
    (error: unknown) => (error as { code: string }).code,
  )
}

/** The names of the logins in a folder, or why it is refused. */
export async function names(person: Person, folder: FolderId) {
  const seen = await itemsIn(person, folder)
  return 'items' in seen ? seen.items.map(({ name }) => name) : seen.refused
}
