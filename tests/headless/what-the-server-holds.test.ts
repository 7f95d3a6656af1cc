import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { expect, test } from 'vitest'
import { startProcess } from '../../server/testing/process.ts'
import { newItemId } from '../../shared/bytes/ids.ts'
import { newPerson, setUp, sign } from './person.ts'

/** Every file of the database, including the write-ahead log, and of the data folder. */
function filesOf(folder: string): string[] {
  return [folder, realpathSync(path(folder, 'postgres'))]
    .flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => path(root, name)))
    .filter((file) => statSync(file).isFile())
}

/** The number of contents that hold this text (15 bytes or more) as it is, in hex, or in base64. */
function holding(contents: Buffer[], text: string): number {
  const bytes = Buffer.from(text)
  // Base64 depends on the position: search for the middle of each of the three alignments.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64url')
      .slice(4, -4),
  )
  const forms = [
    text,
    bytes.toString('hex'),
    ...base64,
    ...base64.map((one) => one.replace(/-/g, '+').replace(/_/g, '/')),
  ]
  return contents.filter((content) => forms.some((form) => content.includes(form))).length
}

test('P1: no file of the server holds a name, address, password or note of the vault, nor the PIN', async () => {
  const folder = mkdtempSync(path(tmpdir(), 'cloison-holds-'))
  const server = startProcess(folder)
  try {
    const origin = (await server.origin()).replace('127.0.0.1', 'localhost')
    await server.says('Set-up code')
    const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(server.said())?.[0] ?? ''
    const owner = newPerson()
    await setUp(owner, origin, code, 'canary-of-the-pin')
    const { team, folder: home } = await sign(owner, { do: 'create-team', name: 'canary of a team', home: null })
    const made = await sign(owner, { do: 'create-folder', parent: home, name: 'canary of a folder' })
    const at = made.folder
    if (at === null || team === null) throw new Error('nothing was made')
    const fields = {
      name: 'canary of a login',
      username: 'canary-of-a-username',
      password: 'canary-of-a-password',
      urls: [
        { address: 'https://canary-of-an-address.example/', match: 'domain' as const, realm: 'canary of a realm' },
      ],
      custom: [{ label: 'canary of a label', value: 'canary of a value' }],
      totp: 'canary-of-a-seed',
      afterFill: 'stay' as const,
      kind: 'login' as const,
      tags: ['canary of a tag'],
      files: [
        {
          name: 'canary-of-a-file.txt',
          type: 'text/plain',
          bytes: Buffer.from('canary of a content').toString('base64url'),
        },
      ],
      notes: 'canary of a note',
    }
    const { item, revision } = await owner.ask['item.save']({ folder: at, item: newItemId(), base: null, fields }, '')
    await owner.ask['item.save'](
      { folder: at, item, base: revision, fields: { ...fields, totp: '', password: 'canary-of-a-later-password' } },
      '',
    )
    await sign(owner, { do: 'rename-folder', folder: at, name: 'canary of another name' })
    server.child.kill('SIGTERM')
    await server.exit

    const contents = [...filesOf(folder).map((file) => readFileSync(file)), Buffer.from(server.said())]
    for (const known of ['odile@atlas.example', 'Atlas Relation'])
      expect([known, holding(contents, known)]).not.toEqual([known, 0])
    // `afterFill` and `kind` are one of a few fixed words, not a person's text.
    const { afterFill: _, kind: __, files, ...texts } = fields
    const typed = Object.values(texts)
      .flat()
      .map((one) => (typeof one === 'string' ? one : 'value' in one ? one.value : one.address))
    const canaries = [
      ...typed,
      ...files.map(({ name }) => name),
      'canary of a content',
      'canary-of-a-later-password',
      'canary of a label',
      'canary of a realm',
      'canary of a team',
      'canary of a folder',
      'canary-of-the-pin',
    ]
    for (const canary of canaries) expect([canary, holding(contents, canary)]).toEqual([canary, 0])
    expect(contents.filter((content) => content.includes('canary'))).toEqual([])
  } finally {
    server.child.kill('SIGKILL')
    rmSync(realpathSync(path(folder, 'postgres')), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
})
