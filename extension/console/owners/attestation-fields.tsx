import { aaguidIn } from '../../../shared/bytes/aaguid.ts'
import type { Aaguid } from '../../../shared/bytes/aaguid.ts'
import { useEffect, useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { Reply } from '../../messages/contract.ts'
import { Banner } from '../../ui/banner.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { dayOf } from '../../ui/time.ts'
import { attestationWords } from '../../words/attestation.ts'

const mostModels = 100

/** The models of keys that were typed, in the form of the policy; or the first error in them. */
export type TypedModels = { models: Aaguid[] } | { notAaguid: string } | { tooMany: true } | { nothingProves: true }

/** Returns the typed models sorted and without duplicates, or the first error. Models may be listed only if keys are `attested`. */
export function parseModels(typed: string, attested: boolean): TypedModels {
  const models = new Set<Aaguid>()
  for (const word of typed.split(/[\s,;]+/).filter((each) => each !== '')) {
    const model = aaguidIn(word)
    if (model === null) return { notAaguid: word }
    models.add(model)
  }
  if (models.size > mostModels) return { tooMany: true }
  return models.size > 0 && !attested ? { nothingProves: true } : { models: [...models].sort() }
}

function sayWrong(typed: TypedModels): string | null {
  const t = attestationWords()
  if ('notAaguid' in typed) return t.notAaguid(shorten(typed.notAaguid))
  if ('tooMany' in typed) return t.tooMany(mostModels)
  return 'nothingProves' in typed ? t.nothingProves : null
}

const shorten = (word: string) => (word.length > 40 ? `${word.slice(0, 40)}…` : word)

interface AttestationFieldsProps {
  readonly attested: boolean
  readonly onAttested: (attested: boolean) => void
  /** The text as typed, valid or not. */
  readonly models: string
  readonly onModels: (typed: string) => void
}

/** Fields for attestation: whether it is checked for new keys, and which models are allowed. A typed list stays when the box is cleared. */
export function AttestationFields({ attested, onAttested, models, onModels }: AttestationFieldsProps) {
  const t = attestationWords()
  return (
    <>
      <CheckboxField
        label={t.attested}
        hint={attested ? t.attestedHint : t.unattestedHint}
        checked={attested}
        onChange={onAttested}
      />
      {(attested || models.trim() !== '') && (
        <TextArea
          label={t.models}
          hint={t.modelsHint}
          rows={3}
          mono
          value={models}
          error={sayWrong(parseModels(models, attested))}
          onInput={onModels}
        />
      )}
      {attested && <ServerSide />}
    </>
  )
}

/** What the server reports about attestation, before a person signs: without its metadata file nobody could register a key. */
function ServerSide() {
  const t = attestationWords()
  const [look, setLook] = useState<Reply<'keys.attestation'> | null>(null)
  useEffect(() => {
    // A server that does not answer is reported elsewhere. It does not stop anybody from setting the policy.
    ask('keys.attestation', null).then(setLook, () => null)
  }, [])
  if (look === null) return null
  const unproved = look.keys - look.proved
  return (
    <>
      {look.metadata === null && (
        <Banner kind="warn" title={t.noMetadata}>
          {t.noMetadataNext}
        </Banner>
      )}
      {look.metadata?.old === true && (
        <Banner kind="warn" title={t.oldMetadata(dayOf(look.metadata.nextUpdate, { zone: 'UTC' }))} />
      )}
      {unproved > 0 && <p class="c-soft">{t.unproved(unproved, look.keys)}</p>}
    </>
  )
}
