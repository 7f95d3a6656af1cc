import * as z from 'zod/mini'
import { blob, count } from './primitives.ts'
import { limits } from './objects.ts'

/** How many receipts one answer brings at most, newest first: in a large org each desk sees a sample, all of it over time. */
export const receiptsAtOnce = 16

/** One's own receipt (`signReceipt`), and the cursor of the answer before; 0 at first. */
export const seenRequest = z.lazy(() => z.strictObject({ receipt: blob(limits.receipt), after: count }))
export const seenReply = z.lazy(() =>
  z.strictObject({
    receipts: z.array(blob(limits.receipt)).check(z.maxLength(receiptsAtOnce)),
    cursor: count,
  }),
)
