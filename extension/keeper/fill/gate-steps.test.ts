import { expect, test } from 'vitest'
import { checkedFill } from '../testing/pass-gate.ts'
import { choice, code, held, vaultWith } from '../testing/one-login.ts'
import { generateAt } from '../offers/generate-in.ts'
import type { NewPasswords } from '../offers/new-passwords.ts'
import { authorizeFill, checkFill, fittingFrames, withLook } from './authorize-fill.ts'
import type { Allowed, AllowedForGenerated, Fitting, Looked } from './authorize-fill.ts'
import type { Frames } from './fill.ts'

const page = { documentId: 'd0', url: 'https://portail.example/login', around: [], sendsTo: [] }
const pages = [page]

test('P8: authorizeFill checks again what was checked before the secret was asked for', async () => {
  const open = held(await vaultWith('fill'))
  const checked = checkedFill(open, choice, pages)
  expect(await authorizeFill(open, checked)).toHaveLength(1)
  await expect(authorizeFill(held(await vaultWith(null)), checked)).rejects.toMatchObject(code('not-allowed'))
})

/** Never called: tsc checks that each wrong call is a type error. */
export const misuses = {
  skipFitting: (open: ReturnType<typeof held>) => [
    // @ts-expect-error A frame that nothing was checked of is not looked into.
    withLook({ frame: page }, { sendsTo: [], hasFocus: false }),
    // @ts-expect-error Nor is it checked for a fill.
    checkFill(open, choice, [{ frame: page, look: { sendsTo: [], hasFocus: false } }]),
  ],
  skipLook: (open: ReturnType<typeof held>) =>
    // @ts-expect-error A frame that our script has not looked into is not checked for a fill.
    checkFill(open, choice, fittingFrames(open, choice, pages)),
  skipCheck: (open: ReturnType<typeof held>, looked: Looked[]) =>
    // @ts-expect-error The secret is not opened before the check.
    authorizeFill(open, { choice, frames: looked }),
  lookTwice: (looked: Looked) =>
    // @ts-expect-error A frame is looked into once.
    withLook(looked, { sendsTo: [], hasFocus: false }),
  lookUnfitting: ({ look }: Frames) =>
    // @ts-expect-error Our script goes only into a fitting frame.
    look(1, { frame: page }),
  fillLooked: ({ fill }: Frames, looked: Looked, fitting: Fitting) => [
    // @ts-expect-error Only what the gate allowed goes into a page.
    fill(1, looked),
    // @ts-expect-error A frame that only fits gets nothing.
    fill(1, fitting),
  ],
  fillOther: ({ fill }: Frames, allowed: Allowed) =>
    // @ts-expect-error What the gate allowed is not changed afterwards.
    fill(1, { ...allowed, origin: 'https://evil.example' }),
  generateAnywhere: ({ fill, look }: NewPasswords, allowed: AllowedForGenerated) => [
    // @ts-expect-error A generated password goes only into a document that the gate allowed.
    fill(1, { documentId: allowed.documentId, origin: allowed.origin }, 'Brume-81'),
    // @ts-expect-error Nor is such a document looked into.
    look(1, { documentId: allowed.documentId, origin: allowed.origin }),
  ],
  /** What a door may call instead passes the gate itself. */
  generate: generateAt,
}
