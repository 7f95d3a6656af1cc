import type { FolderId } from '../../../shared/bytes/ids.ts'
import type { FetchReply, FetchRequest } from '../../../shared/protocol/sync.ts'

type Page = FetchReply['journals'][number]
type PageRequest = FetchRequest['journals'][number]

/** Joins the pages of journals (L8): a journal is replayed once all that this device lacks of it has arrived. */
export class JournalPages {
  private readonly begun = new Map<FolderId, Page>()

  /**
   * Returns the journals that are complete with these pages, and the requests for what is left. A reply without entries and parts ends
   * all its journals, and a page that was not asked for ends its journal, so that no server can keep this going; replay finds what
   * is missing.
   */
  take(asked: readonly PageRequest[], pages: readonly Page[]): { whole: Page[]; left: PageRequest[] } {
    const whole: Page[] = []
    const left: PageRequest[] = []
    const wanted = new Set(asked.map(({ folder }) => folder))
    const hasContent = pages.some((page) => page.entries.length > 0 || page.parts.length > 0)
    for (const page of pages) {
      const journal = joinPages(this.begun.get(page.folder), page)
      if (page.next === null || !hasContent || !wanted.has(page.folder)) {
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

function joinPages(before: Page | undefined, page: Page): Page {
  if (before === undefined) return page
  before.entries.push(...page.entries)
  before.parts.push(...page.parts)
  return { ...before, snapshot: before.snapshot ?? page.snapshot, next: page.next }
}
