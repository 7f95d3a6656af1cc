import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newFolderId, newTeamId } from '../../shared/bytes/ids.ts'
import { credentials, descriptions, invitees, joins, parts } from '../store/schema.ts'
import { newDesk } from '../testing/desk.ts'
import type { Desk } from '../testing/desk.ts'
import { enrol, found, joining, newCode, newPerson, open } from '../testing/person.ts'
import type { Person } from '../testing/person.ts'
import {
  added,
  folderCreated,
  invited,
  itemChange,
  journalBodyOf,
  must,
  only,
  teamCreated,
  write,
} from '../testing/writes.ts'

let desk: Desk
let owner: Person
beforeEach(async () => {
  desk = await newDesk()
  owner = await found(desk)
})
afterEach(() => desk.close())

test('S1: whoever answered a cancelled invitation is forgotten, key and name, and never let in', async () => {
  const code = newCode()
  await must(desk, owner, await invited(desk, code))
  const person = await newPerson(owner.org)
  const { authority, outcome } = await joining(person, code)
  expect((await enrol(desk, person, { authority }, outcome)).status).toBe(200)
  const letIn = await added(person, code)
  await must(desk, owner, only({ act: 'invitation cancelled', invitation: code.invitation }))
  expect((await desk.ask('joins', null, owner)).body).toEqual({ invitees: [], joins: [] })
  const { db } = desk.database
  expect(await db.select().from(joins)).toEqual([])
  expect(await db.select().from(invitees)).toEqual([])
  expect(await db.select().from(credentials).where(eq(credentials.member, person.member))).toEqual([])
  await expect(open(desk, person)).rejects.toThrow()
  expect((await desk.ask('invitation', null, { at: code.invitation })).body.code).toBe('invitation-unknown')
  expect((await write(desk, owner, letIn)).body).toMatchObject({ code: 'refused', title: 'invitation-cancelled' })
})

test('names and logins of a deleted team and folder are deleted with it', async () => {
  const [folder, team] = [newFolderId(), newTeamId()]
  await must(desk, owner, await folderCreated(folder))
  await must(desk, owner, await teamCreated(folder, [owner.member], team))
  const written = await desk.ask('appendJournal', await journalBodyOf(desk, owner, folder, [await itemChange()]), owner)
  expect(written.status).toBe(200)
  const { db } = desk.database
  expect(await db.select().from(parts)).toHaveLength(2)
  await must(desk, owner, only({ act: 'team deleted', team }, { act: 'folder deleted', folder }))
  expect(await db.select().from(parts)).toEqual([])
  expect(await db.select().from(descriptions)).toEqual([])
  const late = await desk.ask('appendJournal', await journalBodyOf(desk, owner, folder, [await itemChange()]), owner)
  expect(late.status).toBeGreaterThanOrEqual(400)
})
