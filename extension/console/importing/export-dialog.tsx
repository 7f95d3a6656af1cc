import { useState } from 'preact/hooks'
import { ask } from '../../messages/ask.ts'
import type { ExportedLogin } from '../../messages/export-logins.ts'
import type { FolderView } from '../../messages/views.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import { common } from '../../words/common.ts'
import { exportWords } from '../../words/exporting.ts'
import { codeOfThrown } from '../state/failing.ts'
import { exporting } from '../state/importing.ts'
import { saveText } from '../state/save-file.ts'
import { folderAt, folders, trailTo, unlocked } from '../state/world.ts'
import { loginsIn, scopeOf } from './export-scope.ts'
import { firstNames } from './first-names.ts'

/** The export: says what goes into the file and what its making records, asks for a passphrase, saves one encrypted file. */
export function ExportDialog() {
  const open = exporting.value
  return open === null ? null : <Export key={open.of ?? ''} top={folderAt(open.of)} />
}

function Export({ top }: { readonly top: FolderView | null }) {
  const t = exportWords()
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [state, setState] = useState<'asking' | 'working' | 'done'>('asking')
  const [done, setDone] = useState(0)
  const [code, setCode] = useState<string | null>(null)
  const inside = folders.value.filter((one) => top === null || trailTo(one).some(({ folder }) => folder === top.folder))
  const { chosen, witnessed, unread, refused } = scopeOf(inside)
  const logins = loginsIn(chosen)
  const different = repeated !== '' && repeated !== passphrase
  const close = () => {
    exporting.value = null
  }
  const start = () => {
    setState('working')
    setCode(null)
    makeExport(chosen, inside, passphrase, setDone).then(
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
          <p>{t.doneCount(common().items(done), common().folders(chosen.length))}</p>
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
          {logins === 0 ? t.nothing : t.readable(common().items(logins), common().folders(chosen.length))}
        </p>
        {unread.length > 0 && <p class="c-soft">{t.left(unread.length)}</p>}
        {refused.length > 0 && <p class="c-soft">{t.refused(firstNames(refused.map(({ name }) => name)))}</p>}
        {loginsIn(witnessed) > 0 && (
          <Banner kind="warn" title={t.witnessedTitle(loginsIn(witnessed))}>
            <p>{t.witnessed(firstNames(witnessed.map(({ name }) => name)))}</p>
          </Banner>
        )}
        <SecretField label={t.passphrase} hint={t.passphraseHint} value={passphrase} onInput={setPassphrase} />
        <SecretField label={t.repeat} value={repeated} error={different ? t.different : null} onInput={setRepeated} />
        <p class="c-soft">{t.plain}</p>
        {state === 'working' && <progress value={done} max={Math.max(1, logins)} aria-label={t.working} />}
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
  onRead: (logins: number) => void,
): Promise<void> {
  const { SHORTEST, sealExport } = await import('../../export/seal-export.ts')
  const { toCxf } = await import('../../export/to-cxf.ts')
  // Before any secret is opened.
  if (passphrase.length < SHORTEST) await sealExport({}, passphrase)
  const ids = new Set<string>(inside.map(({ folder }) => folder))
  const read = new Map<string, ExportedLogin[]>()
  let all = 0
  for (const { folder } of chosen) {
    const logins: ExportedLogin[] = []
    for (let from: number | null = 0; from !== null;) {
      const page: { logins: ExportedLogin[]; next: number | null } = await ask('items.export', { folder, from })
      logins.push(...page.logins)
      from = page.next
      onRead((all += page.logins.length))
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
