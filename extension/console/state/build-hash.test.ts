import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { buildHash } from './build-hash.ts'
import type { PackedFile } from './build-hash.ts'

const file = (path: string, text: string): PackedFile => ({ path, bytes: new TextEncoder().encode(text) })
const manifest = { name: 'Cloison', version: '0.1.0', permissions: ['storage', 'alarms'] }
const build = [
  file('manifest.json', JSON.stringify(manifest)),
  file('background.js', 'run()'),
  file('_locales/en/messages.json', '{"a":{"message":"A"}}'),
  file('icon/16.png', 'a picture'),
]
const hash = await buildHash(build)
/** The same build with one file as it is given, be it another text or a new file. */
const hashWith = (path: string, text: string) =>
  buildHash([...build.filter((one) => one.path !== path), file(path, text)])

test('the hash is over a list as sha256sum writes it, whatever the order of the files', async () => {
  const sum = (text: string) => createHash('sha256').update(text).digest('hex')
  const spelled = '{"name":"Cloison","permissions":["storage","alarms"],"version":"0.1.0"}'
  const messages = '{"a":{"message":"A"}}'
  const lines = [
    `${sum(messages)}  _locales/en/messages.json`,
    `${sum('run()')}  background.js`,
    `${sum(spelled)}  manifest.json`,
  ]
  expect(hash).toBe(sum(`${lines.join('\n')}\n`))
  expect(await buildHash([...build].reverse())).toBe(hash)
})

test.each([
  { what: 'another script', path: 'background.js', text: 'run(more)' },
  { what: 'one more script', path: 'more.js', text: '' },
  { what: 'one more picture', path: 'more.png', text: '' },
  { what: 'another permission', path: 'manifest.json', text: JSON.stringify({ ...manifest, permissions: ['tabs'] }) },
  {
    what: 'another order of scripts',
    path: 'manifest.json',
    text: JSON.stringify({ ...manifest, permissions: ['alarms', 'storage'] }),
  },
  { what: 'another message', path: '_locales/en/messages.json', text: '{"a":{"message":"B"}}' },
  { what: 'a key within a message', path: '_locales/en/messages.json', text: '{"a":{"message":"A"},"key":1}' },
])('$what is another build', async ({ path, text }) => {
  expect(await hashWith(path, text)).not.toBe(hash)
})

test('neither the deployment’s own settings nor what a browser rewrites at installation change the hash of the build', async () => {
  const installed = {
    version: '0.1.0',
    permissions: ['storage', 'alarms'],
    name: 'Cloison',
    key: 'of a deployer',
    update_url: 'https://vault.example.com/update.xml',
    differential_fingerprint: '1.a',
  }
  expect(await hashWith('manifest.json', JSON.stringify(installed, null, 3))).toBe(hash)
  expect(await hashWith('_locales/en/messages.json', '{ "a": {\n"message": "\\u0041" } }')).toBe(hash)
  expect(await hashWith('icon/16.png', 'painted anew')).toBe(hash)
  expect(await hashWith('_metadata/computed_hashes.json', '{}')).toBe(hash)
})
