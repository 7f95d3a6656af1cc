import { expect, test } from 'vitest'
import { newFolderId, newMemberId, newTeamId } from '../../../shared/bytes/ids.ts'
import { plainClient } from '../../../shared/vault/about-client.ts'
import type { FolderView, GrantView } from '../../messages/views.ts'
import { endingContracts, endingGrants, singleHolders } from './overview.ts'

const now = new Date(2026, 11, 3, 12).getTime()
const DAY = 24 * 3_600_000
const [paul, lea] = [newMemberId(), newMemberId()]
const team = newTeamId()

const folder = (name: string, more: Partial<FolderView> = {}): FolderView => ({
  folder: newFolderId(),
  parent: null,
  name,
  hue: 0,
  about: null,
  level: 'manage',
  grants: [],
  unseenAbove: 0,
  stale: false,
  closed: 'no',
  archived: 'no',
  witnessed: false,
  personal: null,
  refused: null,
  mayAnchor: false,
  hasRegister: false,
  items: 1,
  ...more,
})
const until = (end: string) => ({ about: { ...plainClient(0), end } })
const grant = (to: GrantView['to'], ends: number | null = null, state: GrantView['state'] = 'current'): GrantView => ({
  to,
  name: null,
  people: 1,
  level: 'fill',
  starts: null,
  ends,
  state,
})
const toPaul = { kind: 'member' as const, id: paul }
const toLea = { kind: 'member' as const, id: lea }
const toTeam = { kind: 'team' as const, id: team }
const names = (all: readonly { folder: FolderView }[]) => all.map((one) => one.folder.name)

test('contracts are counted to the end of their last day, 30 days ahead, and while a folder stays open after it', () => {
  const all = [
    folder('in time', until('2027-06-30')),
    folder('soon', until('2026-12-24')),
    folder('over', until('2026-11-30')),
    folder('today', until('2026-12-03')),
    folder('closed', { ...until('2026-11-30'), closed: 'itself' }),
    folder('of others', { ...until('2026-12-24'), level: 'edit' }),
    folder('without dates', { about: plainClient(0) }),
  ]
  expect(names(endingContracts(all, now))).toEqual(['over', 'today', 'soon'])
  expect(endingContracts(all, now)[1]?.ends).toBe(new Date(2026, 11, 4).getTime())
})

test('grants are counted that end within 30 days, and not those that are over or to come', () => {
  const all = [
    folder('later', { grants: [grant(toPaul, now + 31 * DAY), grant(toLea)] }),
    folder('both', { grants: [grant(toPaul, now + 9 * DAY), grant(toTeam, now + 2 * DAY)] }),
    folder('over', { grants: [grant(toPaul, now - DAY, 'over'), grant(toLea, now + DAY, 'to-come')] }),
    folder('of others', { level: 'read', grants: [grant(toPaul, now + DAY)] }),
  ]
  expect(endingGrants(all, now).map(({ folder: { name }, ends }) => [name, (ends - now) / DAY])).toEqual([
    ['both', 2],
    ['both', 9],
  ])
  expect(endingGrants(all, now, 7 * DAY)).toHaveLength(1)
})

test('a folder has a single holder only where nobody else can open it by what this desk knows', () => {
  const top = folder('top', { grants: [grant(toPaul)], items: 0 })
  const inside = folder('inside', { parent: top.folder })
  const shared = folder('shared', { parent: top.folder, grants: [grant(toLea)] })
  const twice = folder('twice', { parent: top.folder, grants: [grant(toPaul)] })
  const unknown = folder('unknown team', { grants: [grant(toPaul), grant({ kind: 'team', id: newTeamId() })] })
  const above = folder('seen from below', { grants: [grant(toPaul)], unseenAbove: 1 })
  const byTeam = folder('by a team of one', { grants: [grant(toPaul), grant(toTeam)] })
  const all = [top, inside, shared, twice, unknown, above, byTeam]
  const trailTo = (one: FolderView) => (one.parent === null ? [one] : [top, one])
  const teamAt = (id: string) => (id === team ? { members: [paul] } : null)
  expect(names(singleHolders(all, { trailTo, teamAt }))).toEqual(['inside', 'twice', 'by a team of one'])
})
