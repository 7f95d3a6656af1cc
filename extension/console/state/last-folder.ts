import { effect, signal } from '@preact/signals'
import { folderOnScreen, screen } from './screens.ts'

/** The folder that was open last, null before the first: where a new team is at home unless somebody says otherwise. */
export const lastFolder = signal<string | null>(null)

/** Keeps `lastFolder` for the life of the page. It is an id, and stays in memory. */
export function followFolder(): void {
  effect(() => {
    const open = folderOnScreen(screen.value)
    if (open !== null) lastFolder.value = open
  })
}
