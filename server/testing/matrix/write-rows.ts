import { newCode } from '../person.ts'
import { randomText } from '../desk.ts'
import type { Act } from '../../../shared/ledger/acts.ts'
import { firstPolicy } from '../../../shared/ledger/replay/owners.ts'
import { folderCreated, invited, itemChange, journalBodyOf, ledgerBodyOf, only } from '../writes.ts'
import type { Step } from '../writes.ts'
import type { Cast, Player } from './cast.ts'
import { members, nobodyBut } from './outcomes.ts'
import type { Rows } from './outcomes.ts'

/** An entry on the ledger's end by that person, for any act that is signed. */
const signed = async ({ desk, ledgerHead }: Cast, by: Player, step: Step) => ({
  body: await ledgerBodyOf(desk, by, step, await ledgerHead()),
})
const acts = (cast: Cast, by: Player, ...all: Act[]) => signed(cast, by, only(...all))
/** The same as one of a run that a backup had lost. */
const run = async (cast: Cast, by: Player, ...all: Act[]) => ({
  body: { entries: [(await acts(cast, by, ...all)).body.entry] },
})
const weaker: Act = { act: 'policy set', policy: { ...firstPolicy, keepDays: 90 } }
const folderIn = async (cast: Cast, by: Player, { folder }: Cast['ours']) =>
  signed(cast, by, await folderCreated(undefined, folder))

async function login(cast: Cast, by: Player, { folder, generation }: Cast['ours']) {
  const on = (await cast.journalHeads([folder])).get(folder)
  const at = { generation, ledger: await cast.ledgerHead(), ...(on === undefined ? {} : { on }) }
  return { body: await journalBodyOf(cast.desk, by, folder, [await itemChange(undefined, 1, generation)], at) }
}
const wrap = ({ folder, generation }: Cast['ours'], to: Player) => {
  const name = { kind: 'folder', id: folder, generation, to: { kind: 'member', id: to.member } }
  return { body: { wraps: [{ ...name, sealed: randomText(300) }], descriptions: [], receiveKeys: [], profiles: [] } }
}
const managers = ['manager', 'owner'] as const
const writers = ['editor', ...managers] as const
const seers = ['filler', 'reader', ...writers] as const

/** What changes the ledger, a journal, or what lies beside them. */
export const writeRows: Rows<
  | 'appendLedger'
  | 'appendJournal'
  | 'repairLedger'
  | 'repairJournal'
  | 'lacking'
  | 'repairObjects'
  | 'findPerson'
  | 'eraseProfile'
> = {
  appendLedger: {
    other: { ask: (cast, by) => folderIn(cast, by, cast.theirs), gets: nobodyBut(['owner'], 'refused') },
    more: {
      'an entry that a colleague signed': {
        ask: (cast) => folderIn(cast, cast.partner, cast.ours),
        gets: members('not-allowed'),
      },
      'somebody into a team of another subtree': {
        ask: (cast, by) => {
          const added = [cast.partner.member]
          return acts(cast, by, { act: 'team members set', team: cast.theirs.team, added, removed: [] })
        },
        gets: nobodyBut(['owner'], 'refused'),
      },
      'oneself into a team of another subtree': {
        ask: (cast, by) => {
          const added = [by.member]
          return acts(cast, by, { act: 'team members set', team: cast.theirs.team, added, removed: [] })
        },
        gets: members('refused'),
      },
      'a grant to oneself': {
        ask: (cast, by) => {
          const to = { kind: 'member' as const, id: by.member }
          const of = { folder: cast.theirs.folder, level: 'manage', from: null, until: null } as const
          return acts(cast, by, { act: 'folder granted', to, ...of })
        },
        gets: members('refused'),
      },
      'an invitation': {
        ask: async (cast, by) => signed(cast, by, await invited(cast.desk, newCode())),
        gets: nobodyBut(['admin', 'owner'], 'refused'),
      },
      'a weaker policy, by one person': { ask: (cast, by) => acts(cast, by, weaker), gets: members('refused') },
    },
    own: { ask: (cast, by) => folderIn(cast, by, cast.ours), gets: nobodyBut(managers, 'refused') },
  },
  appendJournal: {
    other: { ask: (cast, by) => login(cast, by, cast.theirs), gets: nobodyBut(['owner'], 'refused') },
    more: {
      'an entry that a colleague signed': {
        ask: (cast) => login(cast, cast.players.editor, cast.ours),
        gets: members('not-allowed', { editor: 'ok' }),
      },
    },
    own: { ask: (cast, by) => login(cast, by, cast.ours), gets: nobodyBut(writers, 'refused') },
  },
  repairLedger: {
    other: null,
    more: {
      'a weaker policy, by one person': {
        ask: (cast, by) => run(cast, by, weaker),
        gets: nobodyBut(['owner'], 'not-allowed', 'refused'),
      },
      'a grant to oneself': {
        ask: (cast, by) => {
          const to = { kind: 'member' as const, id: by.member }
          const of = { folder: cast.theirs.folder, level: 'manage', from: null, until: null } as const
          return run(cast, by, { act: 'folder granted', to, ...of })
        },
        gets: nobodyBut(['owner'], 'not-allowed', 'refused'),
      },
    },
    own: { ask: () => ({ body: { entries: [] } }), gets: nobodyBut(['owner'], 'not-allowed') },
  },
  repairJournal: {
    other: {
      ask: ({ theirs }) => ({ body: { folder: theirs.folder, entries: [], parts: [theirs.part] } }),
      gets: nobodyBut(['owner'], 'not-allowed'),
    },
    more: {
      'a part of another folder’s login': {
        ask: ({ ours, theirs }) => ({ body: { folder: ours.folder, entries: [], parts: [theirs.part] } }),
        gets: nobodyBut(seers, 'not-allowed', 'bad-request'),
      },
      'an entry that one may not write': {
        ask: async (cast, by) => {
          const { folder, entry, parts } = (await login(cast, by, cast.ours)).body
          return { body: { folder, entries: [entry], parts } }
        },
        gets: members('not-allowed', {
          filler: 'refused',
          reader: 'refused',
          editor: 'ok',
          manager: 'ok',
          owner: 'ok',
        }),
      },
    },
    own: {
      ask: ({ ours }) => ({ body: { folder: ours.folder, entries: [], parts: [ours.part] } }),
      gets: nobodyBut(seers, 'not-allowed'),
    },
  },
  lacking: {
    other: {
      ask: ({ theirs }) => ({ body: { of: [{ kind: 'folder', id: theirs.folder }] } }),
      gets: nobodyBut(['owner'], 'nothing'),
    },
    own: {
      ask: ({ ours }) => ({ body: { of: [{ kind: 'folder', id: ours.folder }] } }),
      gets: nobodyBut(seers, 'nothing'),
    },
  },
  repairObjects: {
    other: { ask: ({ theirs, players }) => wrap(theirs, players.owner), gets: nobodyBut(['owner'], 'bad-request') },
    more: {
      'a name': {
        ask: ({ colleague: { member } }) => {
          const profiles = [{ member, name: 'Eve', email: 'eve@example.org', salt: randomText(32) }]
          return { body: { wraps: [], descriptions: [], receiveKeys: [], profiles } }
        },
        // The name is a false one: an owner's is looked at.
        gets: nobodyBut(['owner'], 'not-allowed', 'bad-request'),
      },
      'a wrap for somebody whom the ledger does not name': {
        ask: ({ ours, colleague }) => wrap(ours, colleague),
        gets: members('bad-request'),
      },
    },
    own: { ask: ({ ours, players }) => wrap(ours, players.manager), gets: nobodyBut(seers, 'bad-request') },
  },
  findPerson: {
    other: {
      ask: () => ({ body: { email: 'nobody@nowhere.example' } }),
      gets: nobodyBut(['owner', 'manager'], 'not-allowed'),
    },
    own: {
      ask: () => ({ body: { email: 'ada@owner.example' } }),
      gets: nobodyBut(['owner', 'manager'], 'not-allowed'),
    },
  },
  eraseProfile: {
    other: {
      ask: ({ players }) => ({ body: { member: players.removed.member } }),
      gets: nobodyBut(['owner'], 'not-allowed'),
    },
    more: {
      'of a colleague who is still here': {
        ask: ({ colleague }) => ({ body: { member: colleague.member } }),
        gets: members('not-allowed'),
      },
    },
    own: { ask: (_, by) => ({ body: { member: by.member } }), gets: members('not-allowed') },
  },
}
