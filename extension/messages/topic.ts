import * as z from 'zod/mini'
import { count, folderId } from '../../shared/protocol/primitives.ts'

/** The views that a page can watch: the worker sends a new one at each change. */
export const topic = z.discriminatedUnion('view', [
  z.strictObject({ view: z.literal('status') }),
  z.strictObject({ view: z.literal('console') }),
  z.strictObject({ view: z.literal('folder'), folder: folderId }),
  z.strictObject({ view: z.literal('popup'), tab: z.nullable(count) }),
])
export type Topic = z.infer<typeof topic>
