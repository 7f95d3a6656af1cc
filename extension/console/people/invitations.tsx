import { useState } from 'preact/hooks'
import { Mail, MailPlus, MailX } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import type { InvitationView } from '../../messages/views.ts'
import { useAct } from '../../messages/use-act.ts'
import { Badge } from '../../ui/badge.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { RowText } from '../../ui/row-text.tsx'
import { dayOf } from '../../ui/time.ts'
import { common } from '../../words/common.ts'
import { peopleWords } from '../../words/console-people.ts'
import { endingWords } from '../../words/endings.ts'
import { invitations } from '../state/world.ts'
import { FirstOf } from '../parts/first-of.tsx'
import { invitationChoice } from '../state/picked-requests.ts'
import { CancelInvitation } from './cancel-invitation.tsx'
import { CancelMany } from './cancel-many.tsx'
import { ChooseOne } from './choose-one.tsx'
import { InvitationCode } from './invitation-code.tsx'

/** People who were invited and have not joined yet. */
export function Invitations() {
  const t = peopleWords()
  // Kept here, because the row of the old code goes as soon as the new one is made.
  const [made, setMade] = useState<{ code: string; name: string; email: string } | null>(null)
  const waiting = invitations.value.filter((each) => each.state !== 'asked')
  return (
    <>
      {waiting.length > 0 && (
        <section class="c-invitations" aria-label={t.pending}>
          <h2>{t.pending}</h2>
          <CancelMany />
          <ul class="c-grants">
            <FirstOf
              rows={waiting}
              render={(each) => <Invitation key={each.invitation} invitation={each} onCode={setMade} />}
            />
          </ul>
        </section>
      )}
      {made !== null && (
        <InvitationCode
          code={made.code}
          who={made.name}
          email={made.email}
          onClose={() => {
            setMade(null)
          }}
        />
      )}
    </>
  )
}

type InvitationProps = {
  readonly invitation: InvitationView
  readonly onCode: (made: { code: string; name: string; email: string }) => void
}

function Invitation({ invitation: of, onCode }: InvitationProps) {
  const [cancels, setCancels] = useState(false)
  const t = peopleWords()
  const e = endingWords()
  const act = useAct()
  const { invitation, name, email, role, teams, replaces, expires, state } = of
  const sendAnew = () => {
    act.run(async () => {
      const signed = await ask('act.sign', {
        do: 'invite',
        name,
        email,
        role,
        teams,
        replaces,
        cancels: invitation,
      })
      if (signed.code !== null) onCode({ code: signed.code, name, email })
    })
  }
  return (
    <li>
      <ChooseOne among={invitationChoice} one={of} />
      <span class="c-who">
        <RowText
          icon={Mail}
          name={name === '' ? t.unnamed : name}
          under={act.busy ? t.inviting : state === 'expired' ? t.ended(dayOf(expires)) : t.until(dayOf(expires))}
        />
        {act.failed && <FailureBanner code={act.failed.code} />}
      </span>
      <Badge>{state === 'expired' ? common().states.expired : common().states.invited}</Badge>
      {of.mayCancel && !act.busy && (
        <MenuButton
          spoken={e.acts(name)}
          kind="quiet"
          items={[
            ...(of.mayRenew ? [{ label: e.newCode, icon: MailPlus, onSelect: sendAnew }] : []),
            {
              label: e.cancelInvitation,
              icon: MailX,
              danger: true,
              onSelect: () => {
                setCancels(true)
              },
            },
          ]}
        />
      )}
      {cancels && (
        <CancelInvitation
          invitation={of}
          onClose={() => {
            setCancels(false)
          }}
        />
      )}
    </li>
  )
}
