import { useState } from 'preact/hooks'
import { plainExports } from '../../../shared/rules/plain-export.ts'
import type { PlainExport } from '../../../shared/rules/plain-export.ts'
import { formPolicies } from '../../../shared/rules/form-policy.ts'
import { isSamePolicy, isWeaker } from '../../../shared/rules/policy.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { Link } from '../../ui/link.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ownerWords } from '../../words/console-owners.ts'
import { attestationWords } from '../../words/attestation.ts'
import { deskLimitWords } from '../../words/desk-limits.ts'
import { formPolicyWords } from '../../words/form-policy.ts'
import { managersInviteWords } from '../../words/managers-invite.ts'
import { plainExportWords } from '../../words/plain-export.ts'
import { recoveryWords } from '../../words/recovery.ts'
import { AttestationFields, parseModels } from './attestation-fields.tsx'
import { DeskLimitFields, hoursWithoutServer } from './desk-limit-fields.tsx'
import { SectionHead } from '../parts/section-head.tsx'
import { pathTo } from '../state/screens.ts'
import { waiting } from '../state/waiting.ts'
import type { Policy } from '../state/ids.ts'
import { openReview } from '../state/sheet.ts'
import { may, owners, world } from '../state/world.ts'

const hours = Array.from({ length: 13 }, (_, hour) => hour)
const mostDays = 90

/** The policy for members and desks. Owners change it; everybody reads it. */
export function PolicyPane() {
  const t = ownerWords()
  const policy = world.value?.policy ?? null
  if (policy === null) return null
  const proposed = waiting.value.filter((wait) => wait.kind === 'proposal' && wait.proposal.what.do === 'set-policy')
  return (
    <>
      <SectionHead title={t.policy} />
      {proposed.map(({ id }) => (
        <p key={id} class="c-pad">
          <Link to={pathTo({ at: 'wait', wait: id })}>{t.policyWaits}</Link>
        </p>
      ))}
      {/* A policy that changes elsewhere, or whose change now waits, is shown as it is. */}
      {may.value.setPolicy ? (
        <Form key={`${JSON.stringify(policy)} ${String(proposed.length)}`} now={policy} />
      ) : (
        <Read policy={policy} />
      )}
    </>
  )
}

function Read({ policy }: { readonly policy: Policy }) {
  const t = ownerWords()
  const limits = deskLimitWords()
  const make = attestationWords()
  const rows = [
    { label: t.shiftHours, value: t.hours(policy.shiftHours) },
    { label: t.keepDays, value: t.days(policy.keepDays) },
    { label: limits.unlockedHours, value: limits.lasting(policy.unlockedHours) },
    { label: limits.withoutServerRead, value: limits.lasting(policy.withoutServerHours) },
    { label: t.keysEach, value: policy.twoKeys ? t.bothKeys : t.oneKey },
    { label: recoveryWords().policy, value: policy.recovery ? recoveryWords().on : recoveryWords().off },
    {
      label: managersInviteWords().policy,
      value: policy.managersInvite ? managersInviteWords().on : managersInviteWords().off,
    },
    { label: plainExportWords().policy, value: plainExportWords().allows[policy.plainExport] },
    { label: formPolicyWords().policy, value: formPolicyWords().asks[policy.forms] },
    { label: make.make, value: policy.attested ? make.checked : make.unchecked },
  ]
  // Taller than the window at times, with nothing in it that takes the focus: so the keys scroll it by this.
  return (
    <dl class="c-pad c-values" tabIndex={0} aria-label={t.policy}>
      {rows.map(({ label, value }) => (
        <div class="c-value-row" key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {policy.attested && (
        <div class="c-value-row">
          <dt>{make.models}</dt>
          {policy.authenticators.length === 0 && <dd>{make.anyModel}</dd>}
          {policy.authenticators.map((model) => (
            <dd class="ui-mono" key={model}>
              {model}
            </dd>
          ))}
        </div>
      )}
    </dl>
  )
}

function Form({ now }: { readonly now: Policy }) {
  const t = ownerWords()
  const [shiftHours, setShiftHours] = useState(now.shiftHours)
  const [days, setDays] = useState(String(now.keepDays))
  const [unlockedHours, setUnlockedHours] = useState(now.unlockedHours)
  const [withoutServer, setWithoutServer] = useState(String(now.withoutServerHours))
  const [twoKeys, setTwoKeys] = useState(now.twoKeys)
  const [recovery, setRecovery] = useState(now.recovery)
  const [attested, setAttested] = useState(now.attested)
  const [managersInvite, setManagersInvite] = useState(now.managersInvite)
  const [plainExport, setPlainExport] = useState<PlainExport>(now.plainExport)
  const [forms, setForms] = useState(now.forms)
  const [models, setModels] = useState(now.authenticators.join('\n'))
  const alone = owners.value.length < 2 && !now.recovery
  const typed = /^\d{1,2}$/.test(days.trim()) ? Number(days) : 0
  const keepDays = typed > mostDays ? 0 : typed
  const withoutServerHours = hoursWithoutServer(withoutServer, keepDays)
  const listed = parseModels(models, attested)
  const next =
    withoutServerHours === null || !('models' in listed)
      ? null
      : {
          shiftHours,
          keepDays,
          unlockedHours,
          withoutServerHours,
          twoKeys,
          recovery,
          attested,
          authenticators: listed.models,
          managersInvite,
          plainExport,
          forms,
        }
  const way = next === null ? 'same' : direction(now, next)
  return (
    <form
      class="c-pad c-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (next !== null && way !== 'same') void openReview({ do: 'set-policy', policy: next })
      }}
    >
      <SelectField
        label={t.shiftHours}
        hint={t.shiftHint}
        value={String(shiftHours)}
        options={hours.map((hour) => ({ value: String(hour), label: t.hours(hour) }))}
        onChange={(hour) => {
          setShiftHours(Number(hour))
        }}
      />
      <TextField
        label={t.keepDays}
        hint={t.keepHint}
        type="number"
        value={days}
        error={keepDays === 0 ? t.keepWrong : null}
        onInput={setDays}
      />
      <DeskLimitFields
        unlockedHours={unlockedHours}
        onUnlockedHours={setUnlockedHours}
        withoutServer={withoutServer}
        onWithoutServer={setWithoutServer}
        keepDays={keepDays}
      />
      <CheckboxField label={t.twoKeys} hint={t.twoKeysHint} checked={twoKeys} onChange={setTwoKeys} />
      <CheckboxField
        label={managersInviteWords().policy}
        hint={managersInviteWords().hint}
        checked={managersInvite}
        onChange={setManagersInvite}
      />
      <PlainExportField now={now.plainExport} value={plainExport} onChange={setPlainExport} />
      <SelectField
        label={formPolicyWords().policy}
        hint={formPolicyWords().hint}
        value={forms}
        options={formPolicies.map((one) => ({ value: one, label: formPolicyWords().asks[one] }))}
        onChange={(value) => {
          setForms(formPolicies.find((one) => one === value) ?? 'off')
        }}
      />
      <AttestationFields attested={attested} onAttested={setAttested} models={models} onModels={setModels} />
      <CheckboxField
        label={recoveryWords().policy}
        hint={alone ? recoveryWords().policyNeedsTwo : recoveryWords().policyHint}
        checked={recovery}
        disabled={alone}
        onChange={setRecovery}
      />
      <p class="c-soft" role="status">
        {next === null ? '' : sayWay(way)}
      </p>
      <div class="c-acts">
        <Button kind="main" type="submit" disabled={way === 'same'}>
          {t.reviewPolicy}
        </Button>
      </div>
    </form>
  )
}

/** In bulk is for two owners to allow, even where there is but one: so one alone is not offered it. */
function PlainExportField(props: {
  readonly now: PlainExport
  readonly value: PlainExport
  readonly onChange: (value: PlainExport) => void
}) {
  const t = plainExportWords()
  const alone = owners.value.length < 2
  const offered = plainExports.filter((one) => one !== 'bulk' || !alone || props.now === 'bulk')
  return (
    <SelectField
      label={t.policy}
      hint={alone ? t.hintAlone : t.hint}
      value={props.value}
      options={offered.map((one) => ({ value: one, label: t.allows[one] }))}
      onChange={(value) => {
        props.onChange(plainExports.find((one) => one === value) ?? 'never')
      }}
    />
  )
}

type Way = 'same' | 'stricter' | 'weaker'

/** A change that weakens the policy in one thing is weaker, whatever it makes stricter. */
function direction(now: Policy, next: Policy): Way {
  if (isWeaker(now, next)) return 'weaker'
  return isSamePolicy(now, next) ? 'same' : 'stricter'
}

function sayWay(way: Way): string {
  const t = ownerWords()
  if (way === 'weaker') return owners.value.length > 1 ? t.weaker : t.weakerAlone
  return way === 'same' ? t.unchanged : t.stricter
}
