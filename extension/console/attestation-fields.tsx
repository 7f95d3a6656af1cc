import { aaguidIn } from '../../shared/bytes/aaguid.ts'
import type { Aaguid } from '../../shared/bytes/aaguid.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { attestationWords } from '../words/attestation.ts'

const mostModels = 100

/** What was typed as models of keys, as the policy holds them; or the first thing that is wrong with it. */
export type TypedModels = { models: Aaguid[] } | { notAaguid: string } | { tooMany: true } | { nothingProves: true }

/** Reads AAGUIDs between spaces, commas or line ends: sorted, each once. None of them may stand unless keys are `attested`. */
export function modelsTyped(typed: string, attested: boolean): TypedModels {
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
  if ('notAaguid' in typed) return t.notAaguid(shortened(typed.notAaguid))
  if ('tooMany' in typed) return t.tooMany(mostModels)
  return 'nothingProves' in typed ? t.nothingProves : null
}

const shortened = (word: string) => (word.length > 40 ? `${word.slice(0, 40)}…` : word)

interface AttestationFieldsProps {
  readonly attested: boolean
  readonly onAttested: (attested: boolean) => void
  /** As typed. */
  readonly models: string
  readonly onModels: (typed: string) => void
}

/** Whether the make of new keys is checked, and which models may be registered. A list that is typed stays, checked or not. */
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
          error={sayWrong(modelsTyped(models, attested))}
          onInput={onModels}
        />
      )}
    </>
  )
}
