import { sizeFor } from './plan.ts'
import type { Size } from './plan.ts'

const names = ['members', 'clients', 'items', 'seed', 'keyed'] as const

/** Returns the size that a command's words ask for. Throws a sentence where they are none. */
export function sizeFrom(args: readonly string[]): Size {
  const said: Partial<Size> = {}
  for (let at = 0; at < args.length; at += 2) {
    const name = names.find((one) => args[at] === `--${one}`)
    const value = Number(args[at + 1])
    if (name === undefined || !Number.isInteger(value) || value < 0)
      throw new Error('Say: --members 10000 [--clients 200] [--items 20000] [--seed 1] [--keyed 100]')
    said[name] = value
  }
  const { members = 10_000 } = said
  if (members < 20) throw new Error('An organisation has at least 20 members here: seven of them run it.')
  return sizeFor({ ...said, members })
}
