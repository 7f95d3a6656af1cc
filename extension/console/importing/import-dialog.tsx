import { useEffect } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { common } from '../../words/common.ts'
import { importWords } from '../../words/importing.ts'
import { importUnderway, importing } from '../state/importing.ts'
import { ChooseFile } from './choose-file.tsx'
import { Folders } from './folders-step.tsx'
import { base, file, forgetSource, plan, readSource, reading, source } from './import-state.ts'
import { loginsToMake } from './plan.ts'
import { Progress } from './progress-step.tsx'
import { Review, loginsLeft } from './review-step.tsx'
import { cancelImport, forgetRun, lookForKnown, run, startImport } from './run-import.ts'
import { choosingFor, reviewing } from './step.ts'
import './importing.css'

/** The import, step by step: a file, what goes where, what will be true, progress and report. Nothing is made before the third. */
export function ImportDialog() {
  const open = importing.value
  return open === null ? null : <Wizard key={open.below ?? ''} below={open.below} />
}

function Wizard({ below }: { readonly below: NonNullable<typeof importing.value>['below'] }) {
  const t = importWords()
  useEffect(() => {
    base.value = below
    return forget
  }, [below])
  const { state } = run.value
  const underway = source.value !== null && state !== 'done'
  useEffect(() => {
    importUnderway.value = underway
    return () => {
      importUnderway.value = false
    }
  }, [underway])
  const busy = state === 'running' || state === 'looking'
  const close = () => {
    if (choosingFor.value === null) importing.value = null
    else choosingFor.value = null
  }
  return (
    <Dialog title={t.title} size="wide" busy={busy} onClose={close} footer={<Foot onClose={close} />}>
      <Step />
    </Dialog>
  )
}

/** P10: drops the file, what it said, and what became of it; also when the vault locks, which draws no dialog. */
function forget(): void {
  reviewing.value = false
  choosingFor.value = null
  forgetSource()
  forgetRun()
}

function Step() {
  const { state } = run.value
  if (state !== 'idle' && state !== 'looking') return <Progress />
  if (source.value === null) return <ChooseFile />
  return reviewing.value ? <Review /> : <Folders />
}

function Foot({ onClose }: { readonly onClose: () => void }) {
  const t = importWords()
  const { state } = run.value
  if (state === 'running') return <Button onClick={cancelImport}>{t.stop}</Button>
  if (state === 'cancelled' || state === 'stopped')
    return (
      <>
        <Button onClick={onClose}>{common().close}</Button>
        <Button kind="main" onClick={() => void startImport()}>
          {t.goOn}
        </Button>
      </>
    )
  if (state === 'done')
    return (
      <Button kind="main" onClick={onClose}>
        {common().done}
      </Button>
    )
  if (source.value === null)
    return (
      <>
        <Button onClick={onClose}>{common().cancel}</Button>
        {file.value !== null && (
          <Button
            kind="main"
            busy={reading.value.busy ? t.reading : null}
            disabled={file.value.format === null}
            onClick={() => void readSource()}
          >
            {t.read}
          </Button>
        )}
      </>
    )
  return <FootOfPlan />
}

function FootOfPlan() {
  const t = importWords()
  if (choosingFor.value !== null)
    return (
      <Button
        onClick={() => {
          choosingFor.value = null
        }}
      >
        {t.back}
      </Button>
    )
  const isBlocked = plan.value.some(({ fault }) => fault !== null) || loginsToMake(plan.value).length === 0
  if (!reviewing.value)
    return (
      <>
        <Button onClick={forgetSource}>{t.chooseOther}</Button>
        <Button
          kind="main"
          disabled={isBlocked}
          busy={run.value.state === 'looking' ? t.looking : null}
          onClick={() => {
            void lookForKnown().then((found) => {
              reviewing.value = found
            })
          }}
        >
          {t.review}
        </Button>
      </>
    )
  const left = loginsLeft()
  return (
    <>
      <Button
        onClick={() => {
          reviewing.value = false
        }}
      >
        {t.back}
      </Button>
      <Button kind="main" disabled={left === 0} onClick={() => void startImport()}>
        {t.start(left)}
      </Button>
    </>
  )
}
