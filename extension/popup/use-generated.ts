import { useEffect, useState } from 'preact/hooks'
import { ask, AskFailure } from '../messages/ask.ts'
import type { Input } from '../messages/contract.ts'
import type { GeneratedLook } from '../messages/new-password.ts'
import { common } from '../words/common.ts'
import { generatedWords } from '../words/generated.ts'

export interface UseGenerated {
  /** Null until the page has been inspected, and for a person who may save no login. */
  readonly look: GeneratedLook | null
  readonly busy: boolean
  readonly failed: string | null
  /** What was done last, as a sentence to show. */
  readonly said: string | null
  readonly fill: (origin: string) => void
  readonly copy: (item: Input<'generated.copy'>['item']) => void
  /** `saved` is what to say once the server has it; `name`, the login's. */
  readonly save: (how: Input<'generated.save'>, saved: string, name: string) => void
}

/** The generated password for the page of a tab, looked up when the popup opens and after each act. The password stays in the worker. */
export function useGenerated(tab: number): UseGenerated {
  const t = generatedWords()
  const [look, setLook] = useState<GeneratedLook | null>(null)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  const lookAgain = () => ask('generated.look', { tab }).then(setLook, () => undefined)
  useEffect(() => {
    void ask('generated.look', { tab }).then(setLook, () => undefined)
  }, [tab])
  const act = async (work: () => Promise<string | null>) => {
    if (busy) return
    setBusy(true)
    setFailed(null)
    setSaid(null)
    try {
      setSaid(await work())
    } catch (thrown) {
      setFailed(thrown instanceof AskFailure ? thrown.code : 'unknown')
    }
    await lookAgain()
    setBusy(false)
  }
  return {
    look,
    busy,
    failed,
    said,
    fill: (origin) =>
      void act(async () => {
        await ask('generated.fill', { tab, origin })
        return null
      }),
    copy: (item) =>
      void act(async () => {
        const { seconds } = await ask('generated.copy', { item })
        return common().copiedFor(seconds)
      }),
    save: (how, saved, name) =>
      void act(async () => {
        const { unsent } = await ask('generated.save', how)
        return unsent === null ? saved : t.savedLater(name)
      }),
  }
}
