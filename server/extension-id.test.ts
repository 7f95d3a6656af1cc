import { expect, test } from 'vitest'
import { developmentKey, extensionId } from '../extension/extension-key.ts'
import { developmentExtensionId } from './extension-id.ts'

test('the server expects the id that the development key gives the extension', async () => {
  expect(developmentExtensionId).toBe(await extensionId(developmentKey))
})
