import { defineContentScript } from 'wxt/utils/define-content-script'

/**
 * The opener: a content script in the server's own page. It tells the page that the extension is installed, and on a person's click asks
 * the worker to open our window. It passes no data: the worker takes the origin from the browser, and the window asks the person before
 * it trusts a server.
 */
export default defineContentScript({
  matches: ['*://*/.cloison/open'],
  main() {
    document.documentElement.dataset.cloisonHere = ''
    document.addEventListener('click', (event) => {
      if (!event.isTrusted || !(event.target instanceof Element)) return
      if (event.target.closest('#cloison-open') !== null)
        void chrome.runtime.sendMessage({ name: 'open.here', input: null })
    })
  },
})
