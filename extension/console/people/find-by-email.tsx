import { useState } from 'preact/hooks'
import { Search } from 'lucide-preact'
import { ask } from '../../messages/ask.ts'
import { useAct } from '../../messages/use-act.ts'
import type { TeamView } from '../../messages/views.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { findWords } from '../../words/find-person.ts'
import { rememberFound } from '../state/found-people.ts'
import type { MemberId } from '../state/ids.ts'
import { isEmail } from '../state/is-email.ts'

type Said = { kind: 'info' | 'warn'; title: string; next: string | null }

type FindByEmailProps = {
  readonly team: TeamView
  readonly onFound: (member: MemberId) => void
}

/** Finds somebody by exact e-mail, for who may not list people, and hands them on to be chosen. */
export function FindByEmail({ team, onFound }: FindByEmailProps) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const act = useAct()
  const t = findWords()
  const email = typed.trim()
  const find = () => {
    setSaid(null)
    setWrong(!isEmail(email))
    if (!isEmail(email)) return
    act.run(async () => {
      const people = await ask('person.find', { email })
      rememberFound(people)
      const outside = people.filter(({ member }) => !team.members.includes(member))
      for (const { member } of outside) onFound(member)
      const who = (outside[0] ?? people[0])?.name
      if (who === undefined) setSaid({ kind: 'warn', title: t.nobody(email), next: t.nobodyNext })
      else if (outside.length === 0) setSaid({ kind: 'info', title: t.isIn(who), next: null })
      else setSaid({ kind: 'info', title: t.found(who), next: null })
      if (who !== undefined) setTyped('')
    })
  }
  return (
    <div class="c-find">
      <TextField
        label={t.label}
        hint={t.hint}
        type="email"
        value={typed}
        error={wrong ? t.wrong : null}
        onInput={(next) => {
          setTyped(next)
          setWrong(false)
        }}
        onEnter={find}
        trailing={
          <Button size="small" icon={Search} busy={act.busy ? t.finding : null} onClick={find}>
            {t.find}
          </Button>
        }
      />
      <div role="status">
        {said !== null && (
          <Banner kind={said.kind} title={said.title}>
            {said.next}
          </Banner>
        )}
      </div>
      {act.failed?.code === 'over-quota' ? (
        <Banner kind="warn" title={t.tooMany}>
          {t.tooManyNext}
        </Banner>
      ) : (
        act.failed && <FailureBanner code={act.failed.code} />
      )}
    </div>
  )
}
