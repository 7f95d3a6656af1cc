import { Failure } from '../../../shared/bytes/failure.ts'
import { isTrueProfile } from '../../../shared/access/profile.ts'
import { isMember } from '../../../shared/ledger/replay/level.ts'
import type { FoundView } from '../../messages/found-view.ts'
import { callAs } from '../desk/call-as.ts'
import type { Open } from '../vault/open.ts'
import { stateOf } from '../vault/vault.ts'

/**
 * Returns the members with exactly this e-mail, whom this person may then bring into a team. P4: counts only a profile that the ledger's
 * hash vouches for, and that has the e-mail asked for.
 * @throws Failure `bad-reply` where the server answers with somebody else; ServerRefusal `not-allowed`, `over-quota`
 */
export async function findPeople({ desk, session, vault }: Open, email: string): Promise<FoundView[]> {
  const { people } = await callAs(desk, session, 'findPerson', { email })
  const state = stateOf(vault)
  for (const profile of people) {
    const isAsked = profile.email.toLowerCase() === email.toLowerCase()
    if (!isAsked || !isMember(state, profile.member) || !(await isTrueProfile(state, profile)))
      throw new Failure('bad-reply', 'findPerson')
  }
  for (const profile of people) vault.found.set(profile.member, profile)
  return people.map(({ member, name, email: known }) => ({ member, name, email: known }))
}
