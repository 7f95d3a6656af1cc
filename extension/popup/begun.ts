import { watch } from '../messages/watch.ts'
import { targetTab } from './target-tab.ts'

/** What the popup shows, asked for as the first thing it does: the worker answers while the rest of the popup's code starts. */
export const begun = targetTab(location.search).then((target) => ({
  ...target,
  watched: watch({ view: 'popup', tab: target.tab }),
}))
