import { useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { ExportedLogin } from '../../messages/export-logins.ts'
import type { FolderView } from '../../messages/views.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import { common } from '../../words/common.ts'
import { exportWords } from '../../words/exporting.ts'
import { codeOfThrown } from '../state/failing.ts'
import { exporting } from '../state/importing.ts'
import { saveText } from '../state/save-file.ts'
import { folderAt, folders, hasLevel, trailTo, unlocked } from '../state/world.ts'

/** The export: says what goes into the file and what its making records, asks for a passphrase, saves one encrypted file. */
export function ExportDialog() {
  const open = exporting.value
  return open === null ? null : <Export key={open.of ?? ''} top={folderAt(open.of)} />
}

const sumOf = (some: readonly FolderView[]) => some.reduce((sum, { items }) => sum + items, 0)

function Export({ top }: { readonly top: FolderView | null }) {
  const t = exportWords()
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [witnessedToo, setWitnessedToo] = useState(false)
  const [state, setState] = useState<'asking' | 'working' | 'done'>('asking')
  const [code, setCode] = useState<string | null>(null)
  const inside = folders.value.filter((one) => top === null || trailTo(one).some(({ folder }) => folder === top.folder))
  const readable = inside.filter((one) => hasLevel(one, 'read') && one.refused === null)
  const witnessed = readable.filter((one) => one.witnessed && one.items > 0)
  const chosen = witnessedToo ? readable : readable.filter((one) => !one.witnessed)
  const logins = sumOf(chosen)
  const different = repeated !== '' && repeated !== passphrase
  const close = () => {
    exporting.value = null
  }
  const start = () => {
    setState('working')
    setCode(null)
    makeExport(chosen, inside, passphrase).then(
      () => {
        setState('done')
      },
      (error: unknown) => {
        setCode(codeOfThrown(error))
        setState('asking')
      },
    )
  }
  if (state === 'done')
    return (
      <Dialog
        title={t.title}
        onClose={close}
        footer={
          <Button kind="main" onClick={close}>
            {common().done}
          </Button>
        }
      >
        <Banner kind="info" title={t.doneTitle}>
          <p>{t.done}</p>
        </Banner>
      </Dialog>
    )
  return (
    <Dialog
      title={t.title}
      busy={state === 'working'}
      onClose={close}
      footer={
        <>
          <Button onClick={close} disabled={state === 'working'}>
            {common().cancel}
          </Button>
          <Button
            kind="main"
            busy={state === 'working' ? t.working : null}
            disabled={logins === 0 || repeated !== passphrase}
            onClick={start}
          >
            {t.start(logins)}
          </Button>
        </>
      }
    >
      <div class="c-import">
        <p>{top === null ? t.all : t.of(top.name)}</p>
        <p role="status">
          {readable.length === 0 ? t.nothing : t.readable(common().items(logins), common().folders(chosen.length))}
        </p>
        {readable.length < inside.length && <p class="c-soft">{t.left(inside.length - readable.length)}</p>}
        {witnessed.length > 0 && (
          <Banner kind="warn" title={t.witnessedTitle}>
            <p>{t.witnessed(sumOf(witnessed))}</p>
            <CheckboxField label={t.include} checked={witnessedToo} onChange={setWitnessedToo} />
          </Banner>
        )}
        <SecretField label={t.passphrase} hint={t.passphraseHint} value={passphrase} onInput={setPassphrase} />
        <SecretField label={t.repeat} value={repeated} error={different ? t.different : null} onInput={setRepeated} />
        <p class="c-soft">{t.plain}</p>
        {code !== null && <FailureBanner code={code} />}
      </div>
    </Dialog>
  )
}

/** Reads the folders page by page, and saves them as one encrypted file. Throws what `ask` and `sealExport` throw. */
async function makeExport(
  chosen: readonly FolderView[],
  inside: readonly FolderView[],
  passphrase: string,
): Promise<void> {
  const { SHORTEST, sealExport } = await import('../../export/seal-export.ts')
  const { toCxf } = await import('../../export/to-cxf.ts')
  // Before any secret is opened or its use recorded.
  if (passphrase.length < SHORTEST) await sealExport({}, passphrase)
  const ids = new Set<string>(inside.map(({ folder }) => folder))
  const read = new Map<string, ExportedLogin[]>()
  for (const { folder } of chosen) {
    const logins: ExportedLogin[] = []
    for (let from: number | null = 0; from !== null;) {
      const page: { logins: ExportedLogin[]; next: number | null } = await ask('items.export', { folder, from })
      logins.push(...page.logins)
      from = page.next
    }
    read.set(folder, logins)
  }
  const me = unlocked.value?.me
  const content = toCxf(
    inside.map(({ folder, parent, name }) => ({
      folder,
      parent: parent !== null && ids.has(parent) ? parent : null,
      name,
      logins: read.get(folder) ?? [],
    })),
    { orgName: unlocked.value?.orgName ?? '', person: me?.name ?? '', email: '', at: Date.now() },
  )
  saveText('cloison-export.age', 'application/octet-stream', await sealExport(content, passphrase))
}
