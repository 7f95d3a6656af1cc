import { expect, test } from 'vitest'
import { newFolderId } from '../../../shared/bytes/ids.ts'
import { emptyLogin } from '../../import/imported.ts'
import type { Imported } from '../../import/imported.ts'
import { ROOT, foldersToAsk, foldersToMake, keyOf, loginsToMake, planFolders, sourceFolders } from './plan.ts'
import type { Choice, Known, KnownFolder } from './plan.ts'

const known = (name: string, parent: KnownFolder | null, may = true): KnownFolder => ({
  folder: newFolderId(),
  parent: parent?.folder ?? null,
  name,
  mayEdit: may,
  mayCreateBelow: may,
})
const clients = known('Clients', null)
const azur = known('Azur', clients)
const closed = known('Closed', null, false)
const world: Known = { folders: [clients, azur, closed], mayCreateTop: false }
const imported = (...paths: string[][]): Imported => ({
  logins: paths.map((folder, at) => ({ ...emptyLogin(at + 1), folder })),
  folders: [],
  problems: [],
})
const plan = (from: Imported, choices: [string[], Choice][], base: KnownFolder | null, of = world) =>
  planFolders(
    sourceFolders(from),
    new Map(choices.map(([path, choice]) => [keyOf(path), choice])),
    of,
    base?.folder ?? null,
    'export',
  )

test('a folder above that the source does not name is there, each after the one above it', () => {
  const sources = sourceFolders(imported(['B', 'C'], [], ['A']))
  expect(sources.map(({ path, logins }) => [path.join('/'), logins])).toEqual([
    ['', [1]],
    ['A', [2]],
    ['B', []],
    ['B/C', [0]],
  ])
})

test('a folder of the same name is used, and others are made below the one chosen', () => {
  const planned = plan(imported(['azur'], ['Rose', 'Chat']), [], clients)
  expect(planned.map(({ target }) => target)).toEqual([
    { is: 'there', folder: clients.folder },
    { is: 'there', folder: azur.folder },
    { is: 'new', name: 'Rose', below: { folder: clients.folder } },
    { is: 'new', name: 'Chat', below: { key: keyOf(['Rose']) } },
  ])
  expect(foldersToMake(planned).map(({ path }) => path.join('/'))).toEqual(['Rose', 'Rose/Chat'])
})

test('a skipped folder takes what is below it along; one joined to the folder above makes none', () => {
  const from = imported(['Old', 'Older'], ['Rose', 'Chat'])
  const planned = plan(
    from,
    [
      [['Old'], { to: 'skip' }],
      [['Rose', 'Chat'], { to: 'above' }],
    ],
    clients,
  )
  expect(loginsToMake(planned)).toEqual([1])
  expect(foldersToMake(planned).map(({ path }) => path.join('/'))).toEqual(['Rose'])
})

test('new folders are asked for by their place in the request, or by the id that an earlier request made', () => {
  const from = imported(['Rose', 'Chat'], ['Rose', 'Chat', 'Soir'], ['Vert'])
  // What lies below a folder that is joined to the one above it lies below that one.
  const fresh = foldersToMake(plan(from, [[['Rose', 'Chat'], { to: 'above' }]], clients))
  expect(foldersToAsk(fresh, new Map())).toEqual([
    { parent: clients.folder, name: 'Rose' },
    { parent: 0, name: 'Soir' },
    { parent: clients.folder, name: 'Vert' },
  ])
  const rose = newFolderId()
  expect(foldersToAsk(fresh.slice(1), new Map([[keyOf(['Rose']), rose]]))).toEqual([
    { parent: rose, name: 'Soir' },
    { parent: clients.folder, name: 'Vert' },
  ])
})

test('who may not make top folders, or edit where logins would go, is told which folder it is about', () => {
  expect(plan(imported(['A'], []), [], null).map(({ fault }) => fault)).toEqual(['no-manage', 'no-manage'])
  const made = plan(imported(['A'], []), [], null, { ...world, mayCreateTop: true })
  expect(made.map(({ target }) => target.is === 'new' && target.name)).toEqual(['export', 'A'])
  const chosen = plan(imported(['A']), [[['A'], { to: 'folder', folder: closed.folder }]], clients)
  expect(chosen.map(({ key, fault }) => [key === ROOT, fault])).toEqual([
    [true, null],
    [false, 'no-edit'],
  ])
})
