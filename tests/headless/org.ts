import { newItemId } from '../../shared/bytes/ids.ts'
import type { FolderId, TeamId } from '../../shared/bytes/ids.ts'
import { exactAddress } from '../../extension/messages/item-fields.ts'
import type { ItemFields } from '../../extension/messages/views.ts'
import type { Role } from '../../shared/ledger/acts.ts'
import { startStack } from '../stack.ts'
import type { Stack } from '../stack.ts'
import { join, look, newPerson, refresh, setUp, sign, unlock } from './person.ts'
import type { Person } from './person.ts'

export const PIN = 'pin-9x4k'

export const need = <T>(value: T | null | undefined): T => {
  if (value === null || value === undefined) throw new Error('missing')
  return value
}

/** A real server with an org, its first owner unlocked. */
export async function newOrg(owner = newPerson()): Promise<{ stack: Stack; owner: Person }> {
  const stack = await startStack()
  await setUp(owner, stack.origin, stack.setupCode, PIN)
  return { stack, owner }
}

/** Invites, lets in and unlocks one more person. */
export async function hire(
  stack: Stack,
  by: Person,
  name: string,
  role: Role = 'member',
  teams: TeamId[] = [],
  person = newPerson(),
) {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@atlas.example`
  const { code } = await sign(by, { do: 'invite', name, email, role, teams })
  await join(person, stack.origin, need(code), PIN)
  await refresh(by)
  const asked = need((await look(by)).invitations.find((one) => one.name === name))
  await sign(by, { do: 'approve', invitation: asked.invitation })
  await unlock(person, PIN)
  return { person, member: person.keeper.needOpen().vault.me }
}

export const newFolder = async (by: Person, name: string, parent: FolderId | null = null): Promise<FolderId> =>
  need((await sign(by, { do: 'create-folder', parent, name })).folder)

export const fieldsOf = (name: string, password = 'Brume-81'): ItemFields => ({
  name,
  username: `${name}-user`,
  password,
  urls: [exactAddress(`https://${name.toLowerCase()}.example/login`)],
  custom: [],
  totp: '',
  afterFill: 'stay' as const,
  kind: 'login' as const,
  tags: [],
  files: [],
  notes: '',
})

export const save = (by: Person, folder: FolderId, name: string, item = newItemId()) =>
  by.ask['item.save']({ folder, item, base: null, fields: fieldsOf(name) }, '')

/** Advances the server's clock by `ahead` ms; each desk has a clock of its own. */
export async function moveServerClock(stack: Stack, ahead: number): Promise<void> {
  const moved = `const now = Date.now; Date.now = () => now() + ${String(ahead)}`
  await stack.halt()
  await stack.resume({ NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(moved)}` })
}

export type Sent = { method: string; path: string }

/** Intercepts this person's requests: `take` is called for each, and `pass()` lets it through. */
export function between(person: Person, take: (sent: Sent, pass: () => Promise<Response>) => Promise<Response>) {
  const { fetch } = person.desk
  person.desk.fetch = (url, init) =>
    take({ method: init.method ?? 'GET', path: new URL(url).pathname }, () => fetch(url, init))
  return () => void (person.desk.fetch = fetch)
}

/** A server that carries out this request, but whose first answers to it are lost on the way. */
export const losing = (person: Person, method: string, path: string) =>
  between(person, async (sent, pass) => {
    const answer = await pass()
    if (sent.method !== method || sent.path !== path) return answer
    throw new TypeError('the network is gone')
  })
