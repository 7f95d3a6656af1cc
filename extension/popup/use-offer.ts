import { useState } from 'preact/hooks'
import { ask, AskFailure } from '../messages/ask.ts'
import type { Input } from '../messages/contract.ts'
import { offerWords } from '../words/offer.ts'

type Doing = { state: 'idle' } | { state: 'busy' } | { state: 'done'; said: string } | { state: 'failed'; code: string }

interface Act {
  readonly doing: Doing
  /** `name`: as the login is called, for what is said afterwards. */
  readonly save: (input: Input<'offer.save'>) => void
  readonly update: (input: Input<'offer.update'>, name: string) => void
  readonly dismiss: (input: Input<'offer.dismiss'>) => void
}

/** What a person does with an offer. The password is the worker's: none passes here. */
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
