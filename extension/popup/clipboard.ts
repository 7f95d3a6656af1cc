import { effect } from '@preact/signals'
import { ask } from '../messages/ask.ts'
import { watch } from '../messages/watch.ts'

/**
 * The page that nobody sees (an offscreen document: the popup that asked may be closed, and a worker has no clipboard). Puts
 * what the worker says on the clipboard, and takes it back after the time that the person has set, or at the lock (P10), if it is
 * still there: what the person has copied meanwhile is theirs. Without focus only `execCommand` reaches the clipboard.
 */
export async function holdClipboard(): Promise<void> {
  const { text, seconds } = await ask('clipboard.take', null)
  if (text !== null) {
    write(text)
    await ask('clipboard.written', null)
    await Promise.race([sleep(seconds * 1_000), waitForLock()])
    await takeBack(text)
  }
  window.close()
}

/** Another program may hold the clipboard for a moment, so clearing is retried until the clipboard holds something else. */
async function takeBack(text: string): Promise<void> {
  for (let tries = 0; tries < 10; tries += 1) {
    const now = read()
    if (now === text) write('')
    else if (now !== '') return
    await sleep(200)
  }
}

const sleep = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time))

const waitForLock = (): Promise<void> =>
  new Promise((resolve) => {
    const { value } = watch({ view: 'status' })
    effect(() => {
      if (value.value?.state === 'locked') resolve()
    })
  })

/** Sets the clipboard in the copy event, because an empty text cannot be selected and copied. */
function write(text: string): void {
  const put = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', put, { once: true })
  document.execCommand('copy')
}

function read(): string {
  const box = document.querySelector('textarea')
  if (box === null) return ''
  box.value = ''
  box.focus()
  document.execCommand('paste')
  const { value } = box
  box.value = ''
  return value
}
