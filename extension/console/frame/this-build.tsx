import { useEffect, useState } from 'preact/hooks'
import { browser } from '../../browser.ts'
import { CopyField } from '../../ui/copy-field.tsx'
import { buildWords } from '../../words/build.ts'
import { buildHash } from '../state/build-hash.ts'
import { readOwnFiles } from '../state/own-files.ts'

/** Which build runs here: its version, its id, and the hash of its files. */
export function ThisBuild() {
  const hash = useOwnHash()
  const t = buildWords()
  return (
    <section class="ui-review">
      <h3>{t.title}</h3>
      <dl class="c-facts">
        <dt>{t.version}</dt>
        <dd>{browser.runtime.getManifest().version}</dd>
        <dt>{t.id}</dt>
        <dd>
          <code class="ui-mono">{browser.runtime.id}</code>
        </dd>
      </dl>
      {hash === 'reading' && <p class="c-soft">{t.reading}</p>}
      {hash === 'failed' && <p role="alert">{t.failed}</p>}
      {typeof hash === 'object' && <CopyField long label={t.hash} hint={t.hashFor} value={hash.is} />}
      <p class="c-soft">{t.limits}</p>
    </section>
  )
}

/** Computed only when it is shown, because it reads two megabytes of files. */
function useOwnHash(): { is: string } | 'reading' | 'failed' {
  const [hash, setHash] = useState<{ is: string } | 'reading' | 'failed'>('reading')
  useEffect(() => {
    let current = true
    const show = (now: { is: string } | 'failed') => {
      if (current) setHash(now)
    }
    readOwnFiles()
      .then(buildHash)
      .then(
        (is) => {
          show({ is })
        },
        () => {
          show('failed')
        },
      )
    return () => {
      current = false
    }
  }, [])
  return hash
}
