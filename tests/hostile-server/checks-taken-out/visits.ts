import type { TakenOut } from './taken-out.ts'

const visits = 'extension/keeper/fill/site-visits.ts'
const test = 'tests/headless/site-visits.test.ts'
const gains = 'to deeply equal'

/** What keeps a site that was opened to be filled to one fill, of its own tab, within a minute, at the login's address (P8). */
export const siteVisits: TakenOut[] = [
  {
    s: 'P8',
    check: 'a site that was opened is filled within a minute',
    edits: [{ file: visits, find: 'this.keeper.desk.now() >= visit.until', put: 'visit.until < 0' }],
    test,
    title: 'after a minute nothing is filled any more',
    gains,
  },
  {
    s: 'P8',
    check: 'a site that was opened is filled once',
    edits: [
      {
        file: visits,
        find: 'this.end(tab)\n    if (refusal === null) return',
        put: 'if (refusal === null) return\n    this.end(tab)',
      },
    ],
    test,
    title: 'a second look fills nothing more',
    gains,
  },
  {
    s: 'P8',
    check: 'an address that is not the login’s ends the visit, whatever comes after',
    edits: [
      { file: visits, find: 'await this.finish(tab, visit, refusalOf(error, url))', put: 'refusalOf(error, url)' },
    ],
    test,
    title: 'a page that only passes by another site ends it too',
    gains,
  },
  {
    s: 'P8',
    check: 'a visit that ends while its page is looked at fills nothing',
    edits: [{ file: visits, find: 'isSpent || this.visits.get(tab) !== visit', put: 'isSpent' }],
    test,
    title: 'what ends while the page is looked at fills nothing',
    gains,
  },
  {
    s: 'P8',
    check: 'a lock ends all visits',
    edits: [
      { file: visits, find: 'for (const tab of [...this.visits.keys()]) this.end(tab)', put: 'this.said.clear()' },
    ],
    test,
    title: 'a lock ends it, and what was said',
    gains,
  },
]
