/** What a person sets for themselves on one desk: closed lists, so that nothing can be set that protects less than the product does. */
import * as z from 'zod/mini'

/** Minutes without keyboard or mouse after which a desk locks. The last holds where nothing is chosen: only fewer can be. */
export const idleChoices = [1, 2, 5, 10] as const
/** Seconds after which a copied secret leaves the clipboard. There is no “never”. */
export const clipboardChoices = [10, 20, 30, 60] as const

export const language = z.enum(['en', 'fr'])

export const deskSettings = z.strictObject({
  idleMinutes: z.literal(idleChoices),
  clipboardSeconds: z.literal(clipboardChoices),
  /** Hours after which an unlocked desk locks, where the policy's are more; null: as the policy says. */
  unlockedHours: z.nullable(z.int().check(z.gte(1), z.lte(12))),
  /** Whether an owner has put the first steps of a new organisation away. */
  firstSteps: z.enum(['shown', 'away']),
})
export type DeskSettings = z.infer<typeof deskSettings>

/** What holds while a person has chosen nothing. */
export const defaultSettings: DeskSettings = {
  idleMinutes: 10,
  clipboardSeconds: 30,
  unlockedHours: null,
  firstSteps: 'shown',
}

/** The hours after which an unlocked desk locks: a person's own wish counts only where it is shorter than the policy's (L4). */
export const hoursUnlocked = (policy: number, { unlockedHours }: DeskSettings): number =>
  Math.min(policy, unlockedHours ?? policy)

/** How many seconds a copied secret stays on the clipboard. */
export type Copied = { seconds: number }
