import { signal } from '@preact/signals'

/** Whether the person looks at what will be true; else at what goes where. */
export const reviewing = signal(false)

/** Stands for the place below which everything goes; keys of source folders begin with a bracket. */
export const BASE = 'base'
/** For which folder of the source, by key, or for `BASE` the person is choosing a place; null for none. */
export const choosingFor = signal<string | null>(null)
