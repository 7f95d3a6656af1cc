import { signal } from '@preact/signals'
import type { FoundView } from '../../messages/found-view.ts'
import type { MemberId } from './ids.ts'

/** Whom this person has found by e-mail, until it is locked: nobody else names them on this page. */
export const foundPeople = signal<ReadonlyMap<MemberId, FoundView>>(new Map())

export function rememberFound(found: readonly FoundView[]): void {
  foundPeople.value = new Map([...foundPeople.peek(), ...found.map((one) => [one.member, one] as const)])
}
