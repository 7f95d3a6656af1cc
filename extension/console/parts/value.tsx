import { useState } from 'preact/hooks'
import { Copy, ExternalLink, Eye, EyeOff } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { ask } from '../../messages/ask.ts'
import type { ItemRow } from '../../messages/views.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { toast } from '../../ui/toast.tsx'
import { common } from '../../words/common.ts'
import { sayScope } from '../state/addresses.ts'

/** The same number of dots for every secret, so that its length is not shown. */
const MASK = '••••••••••'

type ValueProps = {
  readonly label: string
  readonly value: string
  /** Masked until asked. */
  readonly secret?: boolean
  readonly mono?: boolean
  readonly hint?: string | null
  /** More acts on it. */
  readonly children?: ComponentChildren
}

/** M6: the clipboard is cleared of a secret after a while, as of a one-time code. */
async function copy(value: string, secret: boolean): Promise<void> {
  if (secret) {
    const { seconds } = await ask('secret.copy', { text: value })
    toast(common().copiedFor(seconds))
  } else {
    await navigator.clipboard.writeText(value)
    toast(common().copied)
  }
}

/** A value of a login with the acts on it. */
export function Value({ label, value, secret = false, mono = false, hint = null, children }: ValueProps) {
  const [shown, setShown] = useState(!secret)
  const t = common()
  return (
    <div class="c-value-row">
      <dt>{label}</dt>
      <Cell
        acts={
          <>
            {children}
            {secret && (
              <IconButton
                icon={shown ? EyeOff : Eye}
                label={shown ? t.hideValue(label) : t.showValue(label)}
                onClick={() => {
                  setShown(!shown)
                }}
              />
            )}
            <IconButton icon={Copy} label={t.copyValue(label)} onClick={() => void copy(value, secret)} />
          </>
        }
      >
        <span class={secret || mono ? 'c-value ui-mono' : 'c-value'}>{shown ? value : MASK}</span>
        {hint !== null && <span class="c-soft">{hint}</span>}
      </Cell>
    </div>
  )
}

type WebAddressesProps = {
  readonly label: string
  readonly urls: ItemRow['urls']
  /** Whether each fills pages, by its rule. */
  readonly fills: boolean
}

/** Links to the addresses. Each opens in a new tab without a referrer. */
export function WebAddresses({ label, urls, fills }: WebAddressesProps) {
  return (
    <div class="c-value-row">
      <dt>{label}</dt>
      {urls.map((url, at) => (
        <Cell
          key={at}
          acts={
            <IconButton
              icon={Copy}
              label={common().copyValue(url.address)}
              onClick={() => void copy(url.address, false)}
            />
          }
        >
          <Web url={url.address} />
          {fills && <span class="c-soft">{sayScope(url)}</span>}
        </Cell>
      ))}
    </div>
  )
}

function Web({ url }: { readonly url: string }) {
  if (!/^https?:\/\//i.test(url)) return <span class="c-value">{url}</span>
  return (
    <a class="c-value c-url" href={url} target="_blank" rel="noreferrer noopener">
      {url} <ExternalLink size={12} aria-hidden="true" />
    </a>
  )
}

type CellProps = { readonly children: ComponentChildren; readonly acts: ComponentChildren }

/** A value and the acts on it, under its label. */
export function Cell({ children, acts }: CellProps) {
  return (
    <dd>
      <span class="c-value-text">{children}</span>
      <span class="c-value-acts">{acts}</span>
    </dd>
  )
}
