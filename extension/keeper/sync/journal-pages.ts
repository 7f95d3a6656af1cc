import type { FolderId } from '../../../shared/bytes/ids.ts'
import type { FetchReply, FetchRequest } from '../../../shared/protocol/sync.ts'

type Page = FetchReply['journals'][number]
type Asked = FetchRequest['journals'][number]

/** Puts the pages of journals together (L8): a journal is replayed once all of what this desk lacks of it is here. */
export class JournalPages {
  private readonly begun = new Map<FolderId, Page>()

  /**
   * The journals that are here whole with these pages, and what is left to ask for. An answer that brings nothing to any of them ends
   * them all, as does an answer about what nobody asked for: replay says what is missing.
   */
  take(asked: readonly Asked[], came: readonly Page[]): { whole: Page[]; left: Asked[] } {
    const whole: Page[] = []
    const left: Asked[] = []
    const wanted = new Set(asked.map(({ folder }) => folder))
    const brings = came.some((page) => page.entries.length > 0 || page.parts.length > 0)
    for (const page of came) {
      const journal = joined(this.begun.get(page.folder), page)
      if (page.next === null || !brings || !wanted.has(page.folder)) {
        this.begun.delete(page.folder)
        whole.push(journal)
      } else {
        this.begun.set(page.folder, journal)
        left.push({ folder: page.folder, ...page.next })
      }
    }
    return { whole, left }
  }
}

function joined(before: Page | undefined, page: Page): Page {
  if (before === undefined) return page
  before.entries.push(...page.entries)
  before.parts.push(...page.parts)
  return { ...before, snapshot: before.snapshot ?? page.snapshot, next: page.next }
}
