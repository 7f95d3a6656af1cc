import { watch } from '../messages/watch.ts'
import { targetTab } from './target-tab.ts'

/** The popup's first request, sent before anything else: the worker answers while the rest of the popup's code starts. */
export const popupStart = targetTab(location.search).then((target) => ({
  ...target,
  watched: watch({ view: 'popup', tab: target.tab }),
}))
