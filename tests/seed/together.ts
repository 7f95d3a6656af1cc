import type { Intent } from '../../extension/messages/intent.ts'
import { callAs } from '../../extension/keeper/desk/call-as.ts'
import type { Draft } from '../../extension/keeper/acts/draft.ts'
import { fitsOneEntry } from '../../extension/keeper/acts/entry-budget.ts'
import { draftIntent } from '../../extension/keeper/acts/intents.ts'
import { draftWith, signDraft } from '../../extension/keeper/acts/submit.ts'
import type { IntentResult } from '../../extension/keeper/acts/tries.ts'
import type { Open } from '../../extension/keeper/vault/open.ts'
import { sync } from '../../extension/keeper/sync/sync.ts'
import type { Join } from '../../shared/protocol/enrol.ts'
import type { Person } from '../headless/person.ts'
import { drawnFrom } from './seeded-random.ts'

/** What an intent looks like once those before it are done: places in a plan become the ids that they made. */
export type Wish = () => Intent

/** As many as one request may hold: people, names, keys. */
const most = { acts: 400, people: 100, descriptions: 900, receiveKeys: 1_000, wraps: 2_500 }

/** Returns whether the draft has room for this intent. An empty one always does. */
function hasRoom(draft: Draft, intent: Intent): boolean {
  if (draft.acts.length === 0) return true
  const wraps = draft.wraps.length + (intent.do === 'set-members' ? intent.added.length : 2)
  return (
    draft.acts.length < most.acts &&
    Math.max(draft.profiles.length, draft.invitees.length) < most.people &&
    draft.descriptions.length < most.descriptions &&
    draft.receiveKeys.length < most.receiveKeys &&
    wraps <= most.wraps &&
    fitsOneEntry(draft)
  )
}

/** Drafts and sends one entry with what `fill` adds, as an act of the console does, and syncs; then works on the unlocked vault. */
const asOne = <T>({ keeper }: Person, fill: (open: Open, draft: Draft) => Promise<T>): Promise<T> =>
  keeper.run(async () => {
    const open = keeper.needOpen()
    const { draft, made } = await draftWith(open, (one) => fill(open, one))
    await callAs(open.desk, open.session, 'appendLedger', (await signDraft(draft)).append)
    await sync(open.desk, open.session, open.vault)
    return made
  })

/**
 * Signs these intents in their order, as many in one entry as it has room for. Each draws its ids and keys from `label` and its
 * place. Returns what each made. `note` hears of each by its place. Throws as `draftIntent` and `callAs`.
 */
export async function signTogether(
  person: Person,
  label: string,
  wishes: readonly Wish[],
  joins: readonly Join[] = [],
  note: (made: IntentResult, at: number) => void = () => undefined,
): Promise<IntentResult[]> {
  const made: IntentResult[] = []
  while (made.length < wishes.length) {
    const from = made.length
    await asOne(person, async (_, draft) => {
      for (let at = from; at < wishes.length; at++) {
        const intent = wishes[at]?.()
        if (intent === undefined || !hasRoom(draft, intent)) return
        const one = await drawnFrom(`${label} ${String(at)}`, () => draftIntent(draft, intent, joins, noJournal))
        made.push(one)
        note(one, at)
      }
    })
  }
  return made
}

const noJournal = (): Promise<never> => Promise.reject(new Error('a seed anchors no journal'))
