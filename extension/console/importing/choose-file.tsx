import { useRef, useState } from 'preact/hooks'
import { FileUp } from 'lucide-preact'
import type { Format } from '../../import/read-file.ts'
import { Button } from '../../ui/button.tsx'
import { FailureBanner } from '../../ui/failure-banner.tsx'
import { SecretField } from '../../ui/secret-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { importWords } from '../../words/importing.ts'
import { file, keyFile, password, readSource, reading, takeFile, takeKeyFile } from './import-state.ts'

/** In the order in which the list shows them. */
const formats: readonly Format[] = [
  'cloison',
  'lockpass',
  'bitwarden',
  'bitwarden-table',
  'keepass',
  'keepass-xml',
  'keepass-table',
  '1password',
  '1password-table',
  'lastpass',
  'dashlane',
  'chrome',
  'firefox',
  'cxf',
  'table',
]

/** The first step: a file, chosen or dropped, what it is, and its password where it has one. */
export function ChooseFile() {
  const t = importWords()
  const [over, setOver] = useState(false)
  const chosen = file.value
  const { code, busy } = reading.value
  const isProtected =
    chosen?.format === 'keepass' ||
    chosen?.format === 'cloison' ||
    code === 'import-needs-password' ||
    code === 'import-wrong-password'
  return (
    <div class="c-import">
      <div
        class="c-import-drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => {
          setOver(false)
        }}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const [dropped] = event.dataTransfer?.files ?? []
          if (dropped !== undefined) void takeFile(dropped)
        }}
      >
        <FileButton label={chosen === null ? t.choose : t.chooseOther} main={chosen === null} onFile={takeFile} />
        <p class="c-soft">{chosen === null ? t.drop : t.file(chosen.name)}</p>
        {chosen === null && <p class="c-soft">{t.resume}</p>}
      </div>
      {chosen !== null && (
        <SelectField
          label={t.format}
          hint={t.formatHint}
          value={chosen.format ?? ''}
          options={[
            ...(chosen.format === null ? [{ value: '' as const, label: t.formatUnknown }] : []),
            ...formats.map((value) => ({ value, label: t.formats[value] })),
          ]}
          onChange={(format) => {
            if (format !== '') file.value = { ...chosen, format }
            reading.value = { busy: false, code: null }
          }}
        />
      )}
      {chosen !== null && isProtected && (
        <form
          class="c-import"
          onSubmit={(event) => {
            event.preventDefault()
            void readSource()
          }}
        >
          <SecretField
            label={t.password}
            hint={t.passwordHint}
            value={password.value}
            onInput={(typed) => {
              password.value = typed
            }}
          />
          {chosen.format === 'keepass' && (
            <p class="c-import-key">
              <FileButton label={t.chooseKeyFile} main={false} onFile={takeKeyFile} />
              {keyFile.value !== null && <span class="c-soft">{keyFile.value.name}</span>}
            </p>
          )}
        </form>
      )}
      {code !== null && !busy && <FailureBanner code={code} />}
    </div>
  )
}

type FileButtonProps = {
  readonly label: string
  readonly main: boolean
  readonly onFile: (chosen: File) => Promise<void>
}

/** A button that opens the browser's own choice of a file. */
function FileButton({ label, main, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button kind={main ? 'main' : 'plain'} icon={FileUp} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? []
          // The same file may be chosen again, once it is mended.
          if (chosen !== undefined) void onFile(chosen).then(() => (currentTarget.value = ''))
        }}
      />
    </>
  )
}
