import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A new folder that only we can enter, gone when the test that asked for it ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cloison-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
