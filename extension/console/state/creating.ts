import { signal } from '@preact/signals'

/** What is being made, from wherever it was asked: its dialog stands over the console. `parent`: null for the top of the tree. */
export const creating = signal<{ is: 'folder'; parent: string | null } | { is: 'personal' | 'team' } | null>(null)
