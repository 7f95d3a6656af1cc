import { signReceipt } from '../../../shared/ledger/receipt.ts'
import { toBase64url } from '../../../shared/bytes/base64url.ts'
import { nothing } from './cast.ts'
import type { Cast, Player } from './cast.ts'
import { members, nobodyBut } from './outcomes.ts'
import type { Rows } from './outcomes.ts'

const noBody = () => ({})
const fetch = (asked: Partial<Record<keyof typeof nothing, unknown[]>>) => ({ body: { ...nothing, ...asked } })
type Place = Cast['ours']
const contents = ({ folder, generation, team }: Place) =>
  fetch({
    wraps: [
      { kind: 'folder', id: folder, generation },
      { kind: 'team', id: team, generation: 1 },
    ],
    descriptions: [
      { kind: 'folder', id: folder },
      { kind: 'team', id: team },
    ],
    journals: [{ folder, from: 0, item: null }],
  })
const use = ({ folder, item }: Place, purpose: 'fill' | 'read' | 'edit') => ({ body: { folder, item, purpose } })
const deleted = ({ folder, item }: Place) => ({ body: { folder, items: [item] } })
const none = 'not-found' as const

const receipt = async ({ desk, org, ledgerHead }: Cast, { member, keys }: Player) => {
  const of = { org, member, ledger: await ledgerHead(), time: desk.now() }
  return { body: { receipt: toBase64url(await signReceipt(keys.sign, of)), after: 0 } }
}

/** What is only told. Of the answers of `fetch`, `nothing` is one whose lists are all empty. */
export const readRows: Rows<'ledger' | 'use' | 'uses' | 'deleted' | 'fetch' | 'seen' | 'joins'> = {
  ledger: { other: null, own: { ask: () => ({ query: '?from=0' }), gets: { ...members('ok'), removed: 'ok' } } },
  fetch: {
    other: { ask: ({ theirs }) => contents(theirs), gets: nobodyBut(['owner'], 'nothing') },
    more: {
      'where the journal of a folder out of sight ends': {
        ask: ({ theirs }) => fetch({ journalHeads: [theirs.folder] }),
        // Who may have a cut to write there.
        gets: nobodyBut(['admin', 'owner'], 'nothing'),
      },
      'the name of somebody whom one does not deal with': {
        ask: ({ colleague }) => fetch({ profiles: [colleague.member] }),
        gets: nobodyBut(['auditor', 'admin', 'owner'], 'nothing'),
      },
    },
    own: { ask: ({ ours }) => contents(ours), gets: members('ok', { auditor: 'nothing', admin: 'nothing' }) },
  },
  use: {
    other: { ask: ({ theirs }) => use(theirs, 'fill'), gets: nobodyBut(['owner'], none) },
    more: {
      'to read it': {
        ask: ({ ours }) => use(ours, 'read'),
        gets: nobodyBut(['reader', 'editor', 'manager', 'owner'], none),
      },
      'to edit it': { ask: ({ ours }) => use(ours, 'edit'), gets: nobodyBut(['editor', 'manager', 'owner'], none) },
      'a login of another folder, called one of ours': {
        ask: ({ ours, theirs }) => use({ ...ours, item: theirs.item }, 'fill'),
        gets: members(none),
      },
    },
    own: { ask: ({ ours }) => use(ours, 'fill'), gets: members('ok', { auditor: none, admin: none }) },
  },
  uses: {
    other: {
      ask: ({ theirs }) => ({ body: { folder: theirs.folder, before: null } }),
      gets: nobodyBut(['auditor', 'owner'], 'not-allowed'),
    },
    own: {
      ask: ({ ours }) => ({ body: { folder: ours.folder, before: null } }),
      gets: nobodyBut(['manager', 'auditor', 'owner'], 'not-allowed'),
    },
  },
  deleted: {
    other: { ask: ({ theirs }) => deleted(theirs), gets: nobodyBut(['owner'], 'not-allowed') },
    own: { ask: ({ ours }) => deleted(ours), gets: nobodyBut(['manager', 'owner'], 'not-allowed') },
  },
  seen: {
    other: { ask: (cast) => receipt(cast, cast.colleague), gets: members('bad-request') },
    own: { ask: receipt, gets: members('ok') },
  },
  joins: { other: null, own: { ask: noBody, gets: nobodyBut(['admin', 'owner'], 'not-allowed') } },
}
