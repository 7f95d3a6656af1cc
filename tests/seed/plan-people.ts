import type { Role } from '../../shared/ledger/acts.ts'
import type { Draws } from './draws.ts'
import { emailFor, personName } from './names.ts'
import type { PlannedPerson, Size } from './plan.ts'

/** Those who run the organisation: the same in each size, and the first of its people. The founder stands first. */
export const staff: readonly { name: string; role: Role }[] = [
  { name: 'Odile Laurent', role: 'owner' },
  { name: 'Mona Kaci', role: 'owner' },
  { name: 'Zbigniew Wójcik', role: 'owner' },
  { name: 'Hélène Faure', role: 'admin' },
  { name: 'João Gonçalves', role: 'admin' },
  { name: 'Samir Haddad', role: 'auditor' },
  { name: 'Ilinca Șerban', role: 'auditor' },
]

/** Of a hundred more than there are members: those who left, who wait to be let in, and who have not answered. */
const shares = { left: 2, asked: 0.4, invited: 1 }

/** Returns the people: so many members, and beside them those who left or wait. */
export function planPeople({ members, keyed }: Size, draws: Draws): PlannedPerson[] {
  const taken = new Set<string>()
  const more = (share: number) => Math.max(2, Math.round((members * share) / 100))
  const states = [
    ...Array.from({ length: members - staff.length }, () => 'member' as const),
    ...Array.from({ length: more(shares.left) }, () => 'left' as const),
    ...Array.from({ length: more(shares.asked) }, () => 'asked' as const),
    ...Array.from({ length: more(shares.invited) }, () => 'invited' as const),
  ]
  const known = staff.map(({ name, role }): PlannedPerson => {
    return { name, role, email: emailFor(name, 0, taken), keys: 1, state: 'member' }
  })
  const others = states.map((state, i): PlannedPerson => {
    const name = personName(draws)
    const email = emailFor(name, i + staff.length, taken)
    const [hasTwo, isKeyed] = [draws.percent(15), draws.percent(keyed)]
    // Who waits has asked the server, with a key.
    return { name, email, role: 'member', keys: isKeyed || state === 'asked' ? (hasTwo ? 2 : 1) : 0, state }
  })
  return [...known, ...others]
}
