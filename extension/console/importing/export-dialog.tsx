import { useState } from 'preact/hooks'
import { mayExportInClear } from '../../../shared/rules/plain-export.ts'
import type { FolderView } from '../../messages/views.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { common } from '../../words/common.ts'
import { exportWords } from '../../words/exporting.ts'
import { plainExportWords } from '../../words/plain-export.ts'
import { codeOfThrown } from '../state/failing.ts'
import { exporting } from '../state/importing.ts'
import { folderAt, folders, trailTo, world } from '../state/world.ts'
import { loginsIn, scopeOf } from './export-scope.ts'
import type { ExportScope } from './export-scope.ts'
import { firstNames } from './first-names.ts'
import { exportFiles, makeExport } from './make-export.ts'
import type { ExportFile } from './make-export.ts'

/** The export: says what goes into the file and what stays out, and saves it; in clear only where the policy allows it. */
export function ExportDialog() {
  const open = exporting.value
  return open === null ? null : <Export key={open.of ?? ''} top={folderAt(open.of)} />
}

function Export({ top }: { readonly top: FolderView | null }) {
  const t = exportWords()
  const [file, setFile] = useState<ExportFile>('sealed')
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [state, setState] = useState<'asking' | 'working' | 'done'>('asking')
  const [done, setDone] = useState(0)
  const [code, setCode] = useState<string | null>(null)
  const inside = folders.value.filter((one) => top === null || trailTo(one).some(({ folder }) => folder === top.folder))
  const scope = scopeOf(inside)
  const filled = scope.chosen.filter(({ items }) => items > 0)
  const logins = loginsIn(filled)
  const policy = world.value?.policy.plainExport ?? 'never'
  const tooMany = file !== 'sealed' && !mayExportInClear(policy, filled.length)
  const close = () => {
    exporting.value = null
  }
  const start = () => {
    setState('working')
    setCode(null)
    makeExport({ file, filled, inside, passphrase }, setDone).then(
      () => {
        setState('done')
      },
      (error: unknown) => {
        setCode(codeOfThrown(error))
        setState('asking')
      },
    )
  }
  if (state === 'done') return <Saved file={file} logins={done} from={filled.length} onClose={close} />
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
            disabled={logins === 0 || tooMany || (file === 'sealed' && repeated !== passphrase)}
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
          {logins === 0 ? t.nothing : t.readable(common().items(logins), common().folders(filled.length))}
        </p>
        <LeftOut scope={scope} />
        {policy !== 'never' && <FileField file={file} onFile={setFile} />}
        {file === 'sealed' ? (
          <Passphrase {...{ passphrase, repeated }} onPassphrase={setPassphrase} onRepeated={setRepeated} />
        ) : (
          <InClear file={file} logins={logins} tooMany={tooMany ? filled.length : null} />
        )}
        {policy === 'never' && <p class="c-soft">{t.plain}</p>}
        {state === 'working' && <progress value={done} max={Math.max(1, logins)} aria-label={t.working} />}
        {code !== null && <FailureBanner code={code} />}
      </div>
    </Dialog>
  )
}

function LeftOut({ scope: { unread, refused, witnessed } }: { readonly scope: ExportScope }) {
  const t = exportWords()
  return (
    <>
      {unread.length > 0 && <p class="c-soft">{t.left(unread.length)}</p>}
      {refused.length > 0 && <p class="c-soft">{t.refused(firstNames(refused.map(({ name }) => name)))}</p>}
      {loginsIn(witnessed) > 0 && (
        <Banner kind="warn" title={t.witnessedTitle(loginsIn(witnessed))}>
          <p>{t.witnessed(firstNames(witnessed.map(({ name }) => name)))}</p>
        </Banner>
      )}
    </>
  )
}

function FileField({ file, onFile }: { readonly file: ExportFile; readonly onFile: (file: ExportFile) => void }) {
  const t = plainExportWords()
  return (
    <SelectField
      label={t.file}
      hint={t.fileHint}
      value={file}
      options={exportFiles.map((one) => ({ value: one, label: t.files[one] }))}
      onChange={(value) => {
        onFile(exportFiles.find((one) => one === value) ?? 'sealed')
      }}
    />
  )
}

function Passphrase(props: {
  readonly passphrase: string
  readonly repeated: string
  readonly onPassphrase: (typed: string) => void
  readonly onRepeated: (typed: string) => void
}) {
  const t = exportWords()
  const different = props.repeated !== '' && props.repeated !== props.passphrase
  return (
    <>
      <SecretField label={t.passphrase} hint={t.passphraseHint} value={props.passphrase} onInput={props.onPassphrase} />
      <SecretField
        label={t.repeat}
        value={props.repeated}
        error={different ? t.different : null}
        onInput={props.onRepeated}
      />
    </>
  )
}

function InClear(props: { readonly file: ExportFile; readonly logins: number; readonly tooMany: number | null }) {
  const t = plainExportWords()
  if (props.tooMany !== null) return <p role="alert">{t.tooMany(common().folders(props.tooMany))}</p>
  return (
    <Banner kind="warn" title={t.warnTitle}>
      <p>{t.warn(common().items(props.logins))}</p>
      {props.file === 'csv' && <p>{t.csvLoses}</p>}
    </Banner>
  )
}

function Saved(props: {
  readonly file: ExportFile
  readonly logins: number
  readonly from: number
  readonly onClose: () => void
}) {
  const t = exportWords()
  const plain = plainExportWords()
  const sealed = props.file === 'sealed'
  return (
    <Dialog
      title={t.title}
      onClose={props.onClose}
      footer={
        <Button kind="main" onClick={props.onClose}>
          {common().done}
        </Button>
      }
    >
      <Banner kind={sealed ? 'info' : 'warn'} title={sealed ? t.doneTitle : plain.doneTitle}>
        <p>{t.doneCount(common().items(props.logins), common().folders(props.from))}</p>
        <p>{sealed ? t.done : plain.done}</p>
      </Banner>
    </Dialog>
  )
}
