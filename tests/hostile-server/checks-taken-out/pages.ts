import type { Edit, TakenOut } from './taken-out.ts'

const gate = 'extension/keeper/fill/authorize-fill.ts'
const rules = 'extension/keeper/match/match-rules.ts'
const menus = 'extension/keeper/doors/menus.ts'
const alive = 'extension/menu/alive.ts'
const host = 'extension/autofill/menu-host.ts'
const frames = 'e2e/journeys/hostile-frames.spec.ts'
const forms = 'e2e/journeys/hostile-forms.spec.ts'
const menu = 'e2e/journeys/hostile-menu.spec.ts'
const documents = 'e2e/journeys/hostile-pages.spec.ts'
const sight = 'e2e/journeys/hostile-sight.spec.ts'

const anyMoment: Edit = {
  file: alive,
  find: 'return seenFrom !== null && at - seenFrom >= SEEN',
  put: 'return seenFrom !== null && SEEN > 0',
}
const unseen: Edit = { file: alive, find: "Reflect.get(entry, 'isVisible') === true && ", put: '' }
const anyRest: Edit = { file: alive, find: ' && event.timeStamp - place.from >= RESTED', put: ' && RESTED > 0' }
/** What an assertion on the page's fields is made with. */
const filled = 'toMatchObject'

/** What keeps a login from a page that is not its own, or that shows a person something else than they think (P8). */
export const pages: TakenOut[] = [
  {
    s: 'P8',
    check: 'an address of the login reaches the page, and the frames around it',
    edits: [
      {
        file: rules,
        find: 'reached.every((isReached) => isReached(urls))',
        put: 'true',
      },
    ],
    test: frames,
    title: 'the login’s page in a frame of another site gets nothing',
    gains: 'toContain',
  },
  {
    s: 'P8',
    check: 'what stands around a frame is reached too',
    edits: [
      {
        file: rules,
        find: '...around.filter((one) => webOrigin(one) !== origin)',
        put: '...around.slice(around.length)',
      },
    ],
    test: frames,
    title: 'with another site’s frame between, a frame of the login’s own site gets nothing',
    gains: 'toContain',
  },
  {
    s: 'P8',
    check: 'the customers of a public suffix are strangers to each other',
    edits: [{ file: rules, find: 'allowPrivateDomains: true', put: 'allowPrivateDomains: false' }],
    test: frames,
    title: 'a sibling under a public suffix, the http twin',
    gains: 'toContain',
  },
  {
    s: 'P8',
    check: 'a form sends to its own origin, or where the login reaches',
    edits: [
      {
        file: gate,
        find: 'fitting.filter((frame) => strays(frame).length === 0)',
        put: 'fitting',
      },
    ],
    test: forms,
    title: 'leads to another origin: the fields stay empty',
    gains: 'toContain',
  },
  {
    s: 'P8',
    check: 'the menu has been seen for half a second',
    edits: [anyMoment, anyRest],
    test: menu,
    title: 'a click, or Enter, before half a second does nothing',
    gains: filled,
  },
  {
    s: 'P8',
    check: 'the half second is over when a key is pressed, not when a busy browser comes to it',
    edits: [{ file: alive, find: 'at - seenFrom >= SEEN', put: 'performance.now() - seenFrom >= SEEN' }],
    test: menu,
    title: 'Enter before half a second does nothing even if a busy browser handles it later',
    gains: filled,
  },
  {
    s: 'P8',
    check: 'the browser says that nothing lies over the menu, and nothing was done to what holds it',
    edits: [
      unseen,
      { file: host, find: '[host, document.body, document.documentElement].some(isBent)', put: 'isBent(host)' },
    ],
    test: menu,
    title: 'a popover over all of it, which lets clicks through',
    gains: filled,
  },
  {
    s: 'P8',
    check: 'the pointer has rested on the menu where it stands',
    edits: [
      unseen,
      anyMoment,
      anyRest,
      {
        file: host,
        find: "      sheet.replaceSync(look(place))\n      say('moved')",
        put: '      sheet.replaceSync(look(place))',
      },
    ],
    test: menu,
    title: 'a menu that the page moves under the pointer accepts no click',
    gains: filled,
  },
  {
    s: 'P8',
    check: 'a ticket is good once',
    edits: [{ file: menus, find: '      this.tickets.delete(said.ticket)\n', put: '' }],
    test: documents,
    title: 'a ticket is accepted once, in the tab and the document that asked for it',
    gains: 'toBe',
  },
  {
    s: 'P8',
    check: 'a ticket is good in the tab and the document that asked',
    edits: [
      {
        file: menus,
        find: 'sender?.tab?.id === claimed.tab && within === claimed.origin',
        put: 'true',
      },
    ],
    test: documents,
    title: 'a ticket is accepted once, in the tab and the document that asked for it',
    gains: 'toBe',
  },
  {
    s: 'P8',
    check: 'a person sees the field',
    edits: [
      {
        file: 'extension/autofill/deeds.ts',
        find: 'isFillable(field) && !isCovered(field)',
        put: 'isFillable(field)',
      },
    ],
    test: sight,
    title: 'fields that are wholly covered get nothing',
    gains: 'toContain',
  },
]
