import { Copy, KeyRound, Save, TriangleAlert } from 'lucide-preact'
import { useState } from 'preact/hooks'
import type { GeneratedView } from '../messages/new-password.ts'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { generatedWords } from '../words/generated.ts'
import { SaveGenerated } from './save-generated.tsx'
import { useGenerated, type UseGenerated } from './use-generated.ts'
import './generated.css'

/** On a page that asks for a new password: generates one and fills it. What was filled stays here until it is saved. */
export function Generated({ tab }: { readonly tab: number }) {
  const t = generatedWords()
  const using = useGenerated(tab)
  const { look, failed, said } = using
  const kept = look?.kept ?? null
  if ((look?.form ?? kept) === null && failed === null && said === null) return null
  return (
    <section class="popup-generated" aria-label={t.title}>
      {failed !== null && <FailureBanner code={failed} />}
      {kept === null ? <Offer using={using} /> : <Kept key={kept.item} kept={kept} using={using} />}
      <p class="popup-soft" role="status">
        {said}
      </p>
    </section>
  )
}

/** Asks before the page's form is filled, and shows for which page. */
function Offer({ using: { look, busy, fill } }: { readonly using: UseGenerated }) {
  const t = generatedWords()
  const form = look?.form ?? null
  if (form === null) return null
  return (
    <>
      <p>{t.offer(form.host)}</p>
      <Button
        size="small"
        icon={KeyRound}
        busy={busy ? t.filling : null}
        onClick={() => {
          fill(form.origin)
        }}
      >
        {t.generate}
      </Button>
    </>
  )
}

function Kept({ kept, using }: { readonly kept: GeneratedView; readonly using: UseGenerated }) {
  const t = generatedWords()
  const [saving, setSaving] = useState(false)
  const { look, busy, fill, copy } = using
  const form = look?.form ?? null
  return (
    <>
      <h3>{t.generatedFor(kept.host)}</h3>
      {/* Hidden while the login is being saved: the popup has room for one of the two. */}
      {!saving && <p class="popup-soft">{kept.fields > 1 ? t.inBoth : t.inOne}</p>}
      {!saving && kept.isShort && (
        <p class="popup-generated-short">
          <TriangleAlert size={16} aria-hidden="true" />
          {t.short}
        </p>
      )}
      {saving ? (
        <SaveGenerated
          kept={kept}
          using={using}
          onCancel={() => {
            setSaving(false)
          }}
        />
      ) : (
        <div class="popup-generated-acts">
          <Button
            size="small"
            icon={Save}
            onClick={() => {
              setSaving(true)
            }}
          >
            {t.saveAs}
          </Button>
          <Button
            size="small"
            kind="quiet"
            icon={Copy}
            onClick={() => {
              copy(kept.item)
            }}
          >
            {t.copy}
          </Button>
          {form !== null && form.host === kept.host && (
            <Button
              size="small"
              kind="quiet"
              icon={KeyRound}
              busy={busy ? t.filling : null}
              onClick={() => {
                fill(form.origin)
              }}
            >
              {t.again}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
