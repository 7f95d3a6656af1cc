import { useState } from 'preact/hooks'
import { ask, AskFailure } from '../messages/ask.ts'
import type { Input } from '../messages/contract.ts'
import { offerWords } from '../words/offer.ts'

type Doing = { state: 'idle' } | { state: 'busy' } | { state: 'done'; said: string } | { state: 'failed'; code: string }

interface Act {
  readonly doing: Doing
  /** `name`: the name of the login, for the message afterwards. */
  readonly save: (input: Input<'offer.save'>) => void
  readonly update: (input: Input<'offer.update'>, name: string) => void
  readonly dismiss: (input: Input<'offer.dismiss'>) => void
}

/** The acts on an offer. The password stays in the worker and never reaches the popup. */
export function useOffer(): Act {
  const [doing, setDoing] = useState<Doing>({ state: 'idle' })
  const act = (work: Promise<string | null>) => {
    setDoing({ state: 'busy' })
    work.then(
      (said) => setDoing(said === null ? { state: 'idle' } : { state: 'done', said }),
      (thrown: unknown) => setDoing({ state: 'failed', code: thrown instanceof AskFailure ? thrown.code : 'unknown' }),
    )
  }
  return {
    doing,
    save: (input) => {
      const t = offerWords()
      act(ask('offer.save', input).then(({ unsent }) => (unsent === null ? t.saved : t.waits)(input.name)))
    },
    update: (input, name) => {
      const t = offerWords()
      act(ask('offer.update', input).then(({ unsent }) => (unsent === null ? t.updated : t.waits)(name)))
    },
    dismiss: (input) => act(ask('offer.dismiss', input)),
  }
}
