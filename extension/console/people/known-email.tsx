import { Banner } from '../../ui/banner.tsx'
import { Link } from '../../ui/link.tsx'
import { dayOf } from '../../ui/time.ts'
import { peopleWords } from '../../words/console-people.ts'
import { endingWords } from '../../words/endings.ts'
import { pathTo } from '../state/screens.ts'
import { invitations, people } from '../state/world.ts'

const isSame = (one: string | null, other: string) => one?.toLowerCase() === other.trim().toLowerCase()

/** Warns, before an invitation is made, that somebody with this e-mail is a member or is invited already. */
export function KnownEmail({ email }: { readonly email: string }) {
  const t = endingWords()
  if (email.trim() === '') return null
  const person = people.value.find((one) => isSame(one.email, email))
  if (person !== undefined) {
    const name = person.name ?? peopleWords().unnamed
    const act = <Link to={pathTo({ at: 'person', member: person.member })}>{t.showPerson(name)}</Link>
    return (
      <Banner kind="warn" title={t.isMember(name)} act={act}>
        {t.stillInvite}
      </Banner>
    )
  }
  const invited = invitations.value.find((one) => one.state !== 'expired' && isSame(one.email, email))
  if (invited === undefined) return null
  if (invited.state === 'asked') return <Banner kind="warn" title={t.asksAlready(invited.name)} />
  return (
    <Banner kind="warn" title={t.isInvited(invited.name, dayOf(invited.expires))}>
      {t.isInvitedHint}
    </Banner>
  )
}
