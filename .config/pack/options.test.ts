import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

const key = ['--key', 'key.pem']
const url = ['--url', 'https://vault.example.com/extension']
const server = ['--server', 'https://vault.example.com']

test('a key and an address are enough; the address is a folder’s', () => {
  expect(readOptions([...key, ...url])).toEqual({
    key: 'key.pem',
    url: 'https://vault.example.com/extension/',
    server: null,
    org: null,
    out: '.output/pack',
  })
  const org = 'a'.repeat(43)
  expect(readOptions([...key, ...url, ...server, '--org', org, '--out', 'there'])).toMatchObject({
    server: 'https://vault.example.com',
    org,
    out: 'there',
  })
})

test.each([
  { args: url, says: 'Say the file of your private key by --key FILE.' },
  { args: key, says: 'Say by --url https://… in which folder you publish the package' },
  { args: [...key, '--url', 'http://vault.example.com/'], says: '--url must start with https://' },
  { args: [...key, '--url', 'vault.example.com'], says: '--url must be an address such as https://' },
  { args: [...key, '--url', 'https://a:b@vault.example.com/'], says: '--url must be an address alone' },
  { args: [...key, '--url', 'https://vault.example.com/?v=1'], says: '--url must be an address alone' },
  { args: [...key, ...url, '--server', 'http://vault.example.com'], says: '--server must start with https://' },
  { args: [...key, ...url, '--org', 'a'.repeat(43)], says: '--org needs --server' },
  { args: [...key, ...url, ...server, '--org', 'Atlas'], says: '--org must be the 43 letters' },
  { args: [...key, ...url, '--sever', 'x'], says: "Unknown option '--sever'" },
  { args: ['key.pem', ...url], says: "Unexpected argument 'key.pem'" },
])('what is missing or wrong is said: $says', ({ args, says }) => {
  expect(() => readOptions(args)).toThrow(says)
})
