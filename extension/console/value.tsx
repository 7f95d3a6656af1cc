import { useState } from 'preact/hooks'
import { Copy, ExternalLink, Eye, EyeOff } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { IconButton } from '../ui/icon-button.tsx'
import { toast } from '../ui/toast.tsx'
import { common } from '../words/common.ts'

/** As many dots for every secret: its length is nobody's business. */
const MASK = '••••••••••'

type ValueProps = {
  readonly label: string
  readonly value: string
  /** Masked until asked. */
  readonly secret?: boolean
  readonly mono?: boolean
  readonly hint?: string | null
}

async function copy(value: string): Promise<void> {
  await navigator.clipboard.writeText(value)
  toast(common().copied)
}

/** A value of a login with the acts on it. */
export function Value({ label, value, secret = false, mono = false, hint = null }: ValueProps) {
  const [shown, setShown] = useState(!secret)
  const t = common()
  return (
    <Row
      label={label}
      acts={
        <>
          {secret && (
            <IconButton
              icon={shown ? EyeOff : Eye}
              label={shown ? t.hideValue(label) : t.showValue(label)}
              onClick={() => {
                setShown(!shown)
              }}
            />
          )}
          <IconButton icon={Copy} label={t.copyValue(label)} onClick={() => void copy(value)} />
        </>
      }
    >
      <span class={secret || mono ? 'c-value ui-mono' : 'c-value'}>{shown ? value : MASK}</span>
      {hint !== null && <span class="c-soft">{hint}</span>}
    </Row>
  )
}

/** An address that a click opens in a tab of its own, telling the site nothing of where one came from. */
export function WebAddress({ label, url }: { readonly label: string; readonly url: string }) {
  const web = /^https?:\/\//i.test(url)
  return (
    <Row label={label} acts={<IconButton icon={Copy} label={common().copyValue(url)} onClick={() => void copy(url)} />}>
      {web ? (
        <a class="c-value c-url" href={url} target="_blank" rel="noreferrer noopener">
          {url} <ExternalLink size={12} aria-hidden="true" />
        </a>
      ) : (
        <span class="c-value">{url}</span>
      )}
    </Row>
  )
}

type RowProps = { readonly label: string; readonly children: ComponentChildren; readonly acts: ComponentChildren }

function Row({ label, children, acts }: RowProps) {
  return (
    <div class="c-value-row">
      <dt>{label}</dt>
      <dd>
        <span class="c-value-text">{children}</span>
        <span class="c-value-acts">{acts}</span>
      </dd>
    </div>
  )
}
