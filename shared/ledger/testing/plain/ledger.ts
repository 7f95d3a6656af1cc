import { Failure } from '../../../bytes/failure.ts'
import { orgOf, zero32, zeroOrg } from '../../../bytes/ids.ts'
import type { Bytes } from '../../../bytes/bytes.ts'
import { verify } from '../../../crypto/verify.ts'
import type { Act, OwnersAct } from '../../acts.ts'
import { ledgerBody, readEntry } from '../../entry.ts'
import type { LedgerBody, Opened } from '../../entry.ts'
import { found, head, need } from './book.ts'
import type { Book } from './book.ts'
import * as forms from './forms.ts'
import * as folders from './folders.ts'
import { Judging } from './judging.ts'
import * as owners from './owners.ts'
import * as people from './people.ts'
import * as recovery from './recovery.ts'
import * as register from './register.ts'
import * as teams from './teams.ts'

/** The book after `entry`, or a Failure with the rule's code; the book given stays as it is. Null: before the first. */
export async function replayPlainly(before: Book | null, entry: Bytes): Promise<Book> {
  const opened = await open(entry)
  return before === null ? first(opened) : next(structuredClone(before), opened)
}

async function open(entry: Bytes) {
  need(entry.length <= 262_144, 'malformed')
  try {
    return await readEntry(ledgerBody, entry)
  } catch {
    throw new Failure('malformed')
  }
}

async function first({ body, signedBytes, signature, hash }: Opened<LedgerBody>): Promise<Book> {
  const [act] = body.acts
  need(act?.act === 'org created' && body.acts.length === 1, 'malformed')
  need(body.org === zeroOrg, 'wrong-org')
  need(body.previous === zero32, 'wrong-previous')
  need(body.sequence === 1, 'wrong-sequence')
  need(body.author === act.member, 'unknown-author')
  need(await verify(act.signKey, signedBytes, signature), 'bad-signature')
  const book: Book = {
    org: orgOf(hash),
    time: body.time,
    entries: [hash],
    policy: {
      shiftHours: 0,
      keepDays: 30,
      unlockedHours: 12,
      withoutServerHours: 72,
      twoKeys: false,
      recovery: false,
      attested: false,
      authenticators: [],
      managersInvite: false,
      plainExport: 'never',
      forms: 'off',
    },
    members: new Map(),
    everMembers: new Set(),
    everKeys: new Set(),
    replaced: new Map(),
    invitations: new Map(),
    usedInvitations: new Set(),
    cancelledInvitations: new Set(),
    teams: new Map(),
    folders: new Map(),
    forms: new Map(),
    promised: new Map(),
    register: null,
    deletedTeams: new Set(),
    deletedFolders: new Set(),
    proposals: new Map(),
    cuts: [],
  }
  people.join(new Judging(book, body.author), act, 'owner')
  return book
}

async function next(book: Book, { body, signedBytes, signature, hash }: Opened<LedgerBody>): Promise<Book> {
  const last = head(book)
  need(body.org === book.org, 'wrong-org')
  need(body.sequence === last.sequence + 1, 'wrong-sequence')
  need(body.previous === last.hash, 'wrong-previous')
  need(body.time >= book.time, 'time-runs-back')
  need(body.acts.length > 0, 'no-acts')
  need(body.acts.length <= 2_500, 'malformed')
  const author = found(book.members, body.author, 'unknown-author')
  need(await verify(author.signKey, signedBytes, signature), 'bad-signature')
  book.time = body.time
  const at = new Judging(book, body.author)
  for (const act of body.acts) {
    await judge(at, act)
    if (act.act === 'proposed') book.proposals.set(body.sequence, owners.proposalOf(book, body, act.proposal, hash))
  }
  need(at.uncut.size === 0, 'cut-missing')
  need(at.lines.length === 0, 'form-lines')
  book.entries.push(hash)
  return book
}

async function judge(at: Judging, act: Act | OwnersAct): Promise<void> {
  switch (act.act) {
    case 'org created':
      throw new Failure('not-first')
    case 'member invited':
      return people.invited(at, act)
    case 'invitation cancelled':
      return people.cancelled(at, act)
    case 'member added':
      return people.added(at, act)
    case 'member removed':
      return people.removed(at, act)
    case 'member role set':
      return people.roleSet(at, act)
    case 'member keys rotated':
      return people.rotated(at, act)
    case 'member profile set':
      return people.profileSet(at, act)
    case 'team created':
      return teams.teamCreated(at, act)
    case 'team described':
      return teams.teamDescribed(at, act)
    case 'team members set':
      return teams.membersSet(at, act)
    case 'team deleted':
      return teams.teamDeleted(at, act)
    case 'team re-keyed':
      return teams.teamRekeyed(at, act)
    case 'folder created':
      return folders.created(at, act)
    case 'register created':
      return register.created(at, act)
    case 'personal folder created':
      return recovery.personalCreated(at, act)
    case 'recovery set':
      return recovery.recoverySet(at, act)
    case 'folder recovered':
      return recovery.recovered(at, act)
    case 'folder described':
      return folders.described(at, act)
    case 'folder moved':
      return folders.moved(at, act)
    case 'folder deleted':
      return folders.deleted(at, act)
    case 'folder granted':
      return folders.granted(at, act)
    case 'folder revoked':
      return folders.revoked(at, act)
    case 'folder re-keyed':
      return folders.addRekeyActs(at, act)
    case 'folder closed':
      return folders.closed(at, act)
    case 'folder reopened':
      return folders.reopened(at, act)
    case 'folder witnessed':
      return folders.witnessed(at, act)
    case 'folder adopted':
      return folders.adopted(at, act)
    case 'journal anchored':
      return folders.anchored(at, act)
    case 'form approved':
      return forms.approved(at, act)
    case 'policy set':
      return owners.policySet(at, act)
    case 'proposed':
      return owners.proposed(at)
    case 'approved': {
      const proposal = owners.approved(at, act)
      at.approved = true
      await judge(at, proposal)
      at.approved = false
      return
    }
    case 'withdrawn':
      return owners.withdrawn(at, act)
    case 'journal cut':
      return folders.cut(at, act)
  }
}
