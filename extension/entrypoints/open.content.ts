import { defineContentScript } from 'wxt/utils/define-content-script'

/**
 * On a server's own page: says that the extension is here, and on a person's click asks the worker for our window.
 * It passes no data; the worker takes the origin from the browser, and the window asks before it trusts a server.
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
