import type { FolderId, ItemId } from '../../shared/bytes/ids.ts'
import type { ItemFields } from '../../extension/messages/views.ts'
import type { Stack } from '../stack.ts'
import { between, hire, newFolder, newOrg } from './org.ts'
import { itemsIn, look, refresh, sign } from './person.ts'
import type { Person } from './person.ts'

export type Two = { stack: Stack; owner: Person; mate: Person; folder: FolderId }

/** An owner and a colleague, Maud, who may both edit one folder. */
export async function twoEditors(): Promise<Two> {
  const { stack, owner } = await newOrg()
  const folder = await newFolder(owner, 'Banque')
  const { person: mate, member } = await hire(stack, owner, 'Maud')
  await sign(owner, { do: 'grant', folder, to: { kind: 'member', id: member }, level: 'edit' })
  await refresh(mate)
  return { stack, owner, mate, folder }
}

/** Blocks this person's requests until the returned function is called. */
export const offline = (person: Person) => between(person, () => Promise.reject(new TypeError('the network is gone')))

export const edit = (
  person: Person,
  folder: FolderId,
  item: ItemId,
  [base, was]: [number, ItemFields],
  fields: ItemFields,
) => person.ask['item.save']({ folder, item, base, was, fields }, '')
export const erase = (person: Person, folder: FolderId, item: ItemId, base: number) =>
  person.ask['item.delete']({ folder, item, base }, '')
export const read = async (person: Person, folder: FolderId, item: ItemId) =>
  (await person.ask['item.read']({ folder, item }, '')).fields

/** The rows of a folder: name, revision, and the state of an edit that waits. */
export async function rowsOf(person: Person, folder: FolderId) {
  const seen = await itemsIn(person, folder)
  return 'items' in seen ? seen.items.map(({ name, revision, unsent }) => [name, revision, unsent]) : [seen.refused]
}
export const rowOf = async (person: Person, folder: FolderId, name: string) =>
  (await rowsOf(person, folder)).find((row) => row?.[0] === name) ?? null
export const waiting = async (person: Person) => (await look(person)).unsent

/** Counts this person's requests to a path from now on. */
export function counted(person: Person, path: string) {
  let sent = 0
  const stop = between(person, (one, pass) => {
    if (one.path === path) sent += 1
    return pass()
  })
  return { stop, sent: () => sent }
}
