import type { FolderId, MemberId } from '../../../bytes/ids.ts'
import type { FormLine } from '../../acts.ts'
import { folderOf, need } from './book.ts'
import type { Book } from './book.ts'

/** One entry being judged: its acts change the book in place. */
export class Judging {
  /** Whether the act comes by way of `approved`. */
  approved = false
  /** Folders touched whose cut has not come yet. */
  readonly uncut = new Set<FolderId>()
  /** Lines that no act has taken yet. */
  lines: FormLine[] = []
  hasProposed = false
  weight = 0

  constructor(
    readonly book: Book,
    readonly author: MemberId,
  ) {}

  weigh(weight: number) {
    this.weight += weight
    need(this.weight <= 2_000_000, 'too-heavy')
  }

  touch(folder: FolderId) {
    this.uncut.add(folder)
  }

  makeStale(id: FolderId) {
    this.makeStaleUntouched(id)
    this.touch(id)
  }

  makeStaleUntouched(id: FolderId) {
    folderOf(this.book, id).stale ??= this.book.entries.length + 1
  }
}
