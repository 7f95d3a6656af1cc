import { fingerprint } from '../shared/bytes/fingerprint.ts'
import type { Changes } from './changes.ts'
import type { journalOf, AccessReport, AccessReason } from '../shared/access/standing.ts'
import type { Verified } from './verify.ts'

const iso = (time: number) => new Date(time).toISOString()
const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`
const indented = (depth: number, lines: string[]) => lines.map((line) => `${'  '.repeat(depth)}${line}`)
const section = (title: string, lines: string[]) => [
  '',
  `${title}${lines.length === 0 ? ': none' : ''}`,
  ...indented(1, lines),
]

/** What was verified, whatever is asked of it. */
export function printVerified({ now, journals, receipts }: Verified): string[] {
  return [
    `Organisation  ${now.org}`,
    `Its name      ${now.name}, as its first owner wrote it`,
    `Ledger        ${counted(now.head.sequence, 'entry', 'entries')}: each in its place, within the rules, and signed by its author`,
    `Head          entry ${now.head.sequence} of ${iso(now.time)}, hash ${now.head.hash}`,
    `Fingerprint   ${fingerprint(now.head.hash).join(' ')}`,
    `Journals      ${journals.length}, as far as whoever exported this could read`,
    `Receipts      ${counted(receipts.length, 'member has', 'members have')} signed for an entry of it or a later one, nobody for another`,
  ]
}

type Journal = ReturnType<typeof journalOf>

const hours = (number: number) => counted(number, 'hour', 'hours')

const inClear = {
  never: 'no logins in clear',
  folder: 'logins of one folder at a time in clear',
  bulk: 'logins in clear in bulk',
}

function printPolicy(now: AccessReport['policy']): string {
  const models = now.authenticators.length === 0 ? '' : `: ${now.authenticators.join(' ')}`
  return [
    `touch alone for ${hours(now.shiftHours)} after a PIN`,
    `kept on disk for ${counted(now.keepDays, 'day', 'days')}`,
    `unlocked for ${hours(now.unlockedHours)}, and without the server for ${hours(now.withoutServerHours)}, at most`,
    `${now.twoKeys ? 'two keys' : 'one key'} each`,
    now.recovery ? 'two owners recover a personal folder' : 'nobody recovers a personal folder',
    now.managersInvite ? 'managers invite into their teams' : 'managers invite nobody',
    inClear[now.plainExport],
    now.attested ? `keys prove their model${models}` : 'nobody checks the model of a key',
  ].join('; ')
}

export function printStanding(standing: AccessReport, journals: Journal[]): string[] {
  const { policy, members, left, teams, folders, proposals } = standing
  return [
    '',
    `At ${iso(standing.at)}, after entry ${standing.entry}:`,
    `Policy: ${printPolicy(policy)}`,
    ...section(
      `Members (${members.length})`,
      members.map(({ member, role, since, keys, replaces, teams: of }) =>
        [
          `${member} ${role}, since entry ${since}`,
          ...(keys > 1 ? [`keys of generation ${keys}`] : []),
          ...(replaces === null ? [] : [`was ${replaces}`]),
          ...(of.length === 0 ? [] : [`in ${of.join(' ')}`]),
        ].join(', '),
      ),
    ),
    ...section(
      `Left (${left.length})`,
      left.map(({ member, entry }) => `${member} with entry ${entry}`),
    ),
    ...section(
      `Teams (${teams.length})`,
      teams.flatMap(({ team, home, members: of, stale }) => [
        `${team} at home in ${home}${staleness(stale)}`,
        ...indented(1, of),
      ]),
    ),
    ...section(`Folders (${folders.length})`, folders.flatMap(printFolder)),
    ...section(
      `Waiting for a second owner (${proposals.length})`,
      proposals.map(
        ({ entry, by, act, expires }) => `entry ${entry} by ${by}, until ${iso(expires)}: ${JSON.stringify(act)}`,
      ),
    ),
    ...journals.flatMap(({ folder, head, items }) =>
      section(
        `Journal of ${folder}: ${counted(head.sequence, 'entry', 'entries')}, items (${items.length})`,
        items.map(
          ({ item, revision, deleted, by, on }) =>
            `${item} revision ${revision}, ${deleted ? 'deleted' : 'changed'} by ${by} on ${iso(on)}`,
        ),
      ),
    ),
  ]
}

const staleness = (stale: number | null) =>
  stale === null ? '' : `, STALE since entry ${stale}: somebody who left holds its newest key`

const printFolder = ({
  folder,
  depth,
  generation,
  stale,
  closed,
  witnessed,
  personal,
  register,
  shares,
  access,
}: AccessReport['folders'][number]) =>
  indented(depth, [
    [
      `${folder} key of generation ${generation}`,
      ...(witnessed ? ['witnessed'] : []),
      ...(register ? ['the register'] : []),
      ...(personal === null ? [] : [`personal of ${personal}`]),
      ...(shares.length === 0 ? [] : [`split among ${shares.join(' ')}`]),
      ...(closed === null ? [] : [`closed (${closed})`]),
    ].join(', ') + staleness(stale),
    ...access.map(
      ({ member, level, why }) => `  ${member} ${level}: ${why.map((one) => printWhy(one, folder)).join('; ')}`,
    ),
  ])

const printWhy = ({ on, team, since, from, until }: AccessReason, folder: string) =>
  [
    team === null ? 'by name' : `through team ${team}`,
    on === folder ? 'here' : `on ${on} above`,
    `(entry ${since})`,
    ...(from === null ? [] : [`from ${iso(from)}`]),
    ...(until === null ? [] : [`until ${iso(until)}`]),
  ].join(' ')

export const printChanges = ({ from, to, joined, left, levels, entries }: Changes): string[] => [
  '',
  `From ${iso(from.at)} (after entry ${from.entry}) to ${iso(to.at)} (after entry ${to.entry}):`,
  ...section(`Joined (${joined.length})`, joined),
  ...section(`Left (${left.length})`, left),
  ...section(
    `Levels that differ (${levels.length})`,
    levels.map(({ member, folder, was, is }) => `${member} on ${folder}: ${was ?? 'none'} → ${is ?? 'none'}`),
  ),
  ...section(
    `What was signed in between (${entries.length})`,
    entries.flatMap(({ entry, time, author, acts }) => [
      `entry ${entry} of ${iso(time)} by ${author}`,
      ...indented(
        1,
        acts.map(({ act, ...fields }) => `${act} ${JSON.stringify(fields)}`),
      ),
    ]),
  ),
]
