import { signal } from '@preact/signals'

/** Whether the search over everything stands open. */
export const finding = signal(false)
