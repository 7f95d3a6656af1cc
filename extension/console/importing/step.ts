import { signal } from '@preact/signals'

/** Whether the person looks at what will be true; else at what goes where. */
export const reviewing = signal(false)
