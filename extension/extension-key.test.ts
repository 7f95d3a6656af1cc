import { expect, test } from 'vitest'
import { developmentKey, extensionId } from './extension-key.ts'

test('the development key gives the id that Chromium gives', async () => {
  expect(await extensionId(developmentKey)).toBe('jnooeheohahjgfbbggmialjedifcbnoa')
})

test('P3: another key gives another id, so no other build can use our credentials', async () => {
  expect(await extensionId(btoa('another key'))).not.toBe(await extensionId(developmentKey))
})
