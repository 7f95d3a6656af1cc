import { useId, useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { PersonView } from '../../messages/views.ts'
import { useAct } from '../../messages/use-act.ts'
import { Banner } from '../../ui/banner.tsx'
import { ChooseMany } from '../../ui/choose-many.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { navigate } from '../../ui/router.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { common } from '../../words/common.ts'
import { ownerWords } from '../../words/console-owners.ts'
import { peopleWords } from '../../words/console-people.ts'
import { managersInviteWords } from '../../words/managers-invite.ts'
import { FormFoot } from '../parts/form-foot.tsx'
import { InvitationCode } from './invitation-code.tsx'
import { KnownEmail } from './known-email.tsx'
import type { Role } from '../state/ids.ts'
import { teamChoices } from '../state/choices.ts'
import { isEmail } from '../state/is-email.ts'
import { pathTo } from '../state/screens.ts'
import { may, owners, teams } from '../state/world.ts'

const roles: readonly Role[] = ['member', 'auditor', 'admin', 'owner']

/** Invites a person, or `again` somebody who lost their keys: a signed act, then a code that is shown once. */
export function InviteDialog({ again }: { readonly again: PersonView | null }) {
  const [name, setName] = useState(again?.name ?? '')
  const [email, setEmail] = useState(again?.email ?? '')
  const [role, setRole] = useState<Role>(again?.role ?? 'member')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const form = useId()
  const close = () => {
    navigate(again === null ? pathTo({ at: 'people' }) : pathTo({ at: 'person', member: again.member }), 'replace')
  }
  const t = peopleWords()
  const act = useAct()
  // Who neither owns nor administers invites into what they manage; others' teams are a wish that these teams' managers fulfil.
  const { remove: intoAny } = may.value
  const offered = intoAny ? teams.value : teams.value.filter(({ canManage }) => canManage)
  const into = offered.flatMap(({ team }) => (chosen.has(team) ? [team] : []))
  const teamMissing = !intoAny && into.length === 0
  const invite = () => {
    act.run(async () => {
      const signed = await ask('act.sign', {
        do: 'invite',
        name: name.trim(),
        email: email.trim(),
        role,
        // What was chosen stays chosen, should the role be another again.
        teams: role === 'auditor' ? [] : into,
        replaces: again?.member ?? null,
      })
      setCode(signed.code)
    })
  }
  const { busy } = act
  const nameWrong = name.trim() === ''
  const emailWrong = !isEmail(email.trim())
  if (code !== null) return <InvitationCode code={code} who={name.trim()} email={email.trim()} onClose={close} />
  return (
    <Dialog
      title={again === null ? t.inviteTitle : t.inviteAgainTitle(again.name ?? t.unnamed)}
      busy={busy}
      onClose={close}
      footer={<FormFoot form={form} verb={t.createInvitation} busy={busy ? t.inviting : null} onCancel={close} />}
    >
      <form
        id={form}
        class="c-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!nameWrong && !emailWrong && !teamMissing) invite()
        }}
      >
        {again !== null && <p class="c-soft">{t.inviteAgainHint(again.name ?? t.unnamed)}</p>}
        <TextField
          label={t.fullName}
          value={name}
          error={tried && nameWrong ? t.nameMissing : null}
          maxLength={100}
          autoFocus
          onInput={setName}
        />
        <TextField
          label={t.email}
          type="email"
          value={email}
          error={tried && emailWrong ? t.emailWrong : null}
          maxLength={254}
          onInput={setEmail}
        />
        {again === null && <KnownEmail email={email} />}
        <SelectField
          label={t.role}
          hint={t.roleHints[role]}
          value={role}
          options={roles
            .filter((each) => each === 'member' || may.value.setRoles)
            .map((each) => ({ value: each, label: common().roles[each] }))}
          onChange={setRole}
        />
        {role === 'owner' && owners.value.length === 1 && <Banner kind="warn" title={ownerWords().twoOwnersTrap} />}
        {again === null && role !== 'auditor' && offered.length > 0 && (
          <ChooseMany
            label={t.teams}
            choices={teamChoices(offered)}
            chosen={chosen}
            rows={4}
            sayChosen={t.teamsChosen}
            error={tried && teamMissing ? managersInviteWords().teamMissing : null}
            onChange={setChosen}
          />
        )}
        {act.failed && <FailureBanner code={act.failed.code} />}
      </form>
    </Dialog>
  )
}
