import type { Page } from '@playwright/test'
import type { Input, Reply } from '../../extension/messages/contract.ts'
import type { FolderId, MemberId, TeamId } from '../../shared/bytes/ids.ts'
import type { Role } from '../../shared/ledger/acts.ts'
import type { Backups } from '../../tests/backups.ts'
import { PIN, need } from '../../tests/headless/org.ts'
import { join, look, newPerson, refresh, sign, unlock } from '../../tests/headless/person.ts'
import type { Person } from '../../tests/headless/person.ts'
import type { Hostile } from '../../tests/hostile-server/proxy.ts'
import type { Stack } from '../../tests/stack.ts'
import type { Desk } from '../desk.ts'

/** What the pictures are taken of: a server behind one that can lie, and Odile's desk, an owner's, in a real browser. */
export type Stage = {
  readonly stack: Stack
  readonly hostile: Hostile
  readonly backups: Backups
  readonly odile: Desk
}

/** Somebody without a screen. */
export type Colleague = { readonly person: Person; readonly member: MemberId }

/** Who and what is in the organisation by the names that people see. */
export type Organisation = {
  readonly mona: Colleague
  readonly helene: Colleague
  readonly ines: Colleague
  readonly chloe: Colleague
  readonly folders: ReadonlyMap<string, FolderId>
  readonly teams: ReadonlyMap<string, TeamId>
}

export const ORG = 'Atlas Relation'
export const ODILE = { name: 'Odile Laurent', email: 'odile.laurent@atlas.example', pin: 'ambre-4417' }

/** An e-mail address as organisations make them of names. */
export const emailOf = (name: string): string =>
  `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.')}@atlas.example`

/** Signs from Odile's desk, by the message that the console's review sheet sends. Throws with the code of a refusal. */
export async function signAt(page: Page, intent: Input<'act.sign'>): Promise<Reply<'act.sign'>> {
  const answer = await page.evaluate(
    (message): Promise<{ ok: true; value: Reply<'act.sign'> } | { ok: false; code: string }> =>
      chrome.runtime.sendMessage(message),
    { name: 'act.sign', input: intent },
  )
  if (!answer.ok) throw new Error(`${intent.do} was refused: ${answer.code}`)
  return answer.value
}

type Newcomer = { name: string; role?: Role; replaces?: MemberId }

/** `by` invites somebody, who registers a key; `by` signs that they are let in: an owner then waits for a second owner. */
export async function invitedBy(by: Person, origin: string, newcomer: Newcomer): Promise<Person> {
  const { name, role = 'member', replaces = null } = newcomer
  await refresh(by)
  const { code } = await sign(by, { do: 'invite', name, email: emailOf(name), role, teams: [], replaces })
  const person = newPerson()
  await join(person, origin, need(code), PIN)
  await refresh(by)
  const asked = need((await look(by)).invitations.find((one) => one.name === name && one.state === 'asked'))
  await sign(by, { do: 'approve', invitation: asked.invitation })
  return person
}

/** The same for somebody whom one signature lets in: they unlock at once. */
export async function letIn(by: Person, origin: string, newcomer: Newcomer): Promise<Colleague> {
  const person = await invitedBy(by, origin, newcomer)
  await unlock(person, PIN)
  return { person, member: person.keeper.needOpen().vault.me }
}

/** A second owner approves what was proposed last. */
export async function approveLast(by: Person): Promise<void> {
  await refresh(by)
  await sign(by, { do: 'approve-proposal', proposed: need((await look(by)).proposals.at(-1)).proposed })
}
