import { Failure } from '../../../shared/bytes/failure.ts'
import type { FolderId, ItemId } from '../../../shared/bytes/ids.ts'
import { browser } from '../../browser.ts'
import { ownExtension, senderOf } from '../../messages/serve.ts'
import { SIGN_IN_PORT, signInToWorker } from '../../messages/sign-in.ts'
import type { SignInRequest, WorkerToSignIn } from '../../messages/sign-in.ts'
import type { LoginRow } from '../../messages/views.ts'
import { authorizeSignIn, needFits } from './authorize-fill.ts'
import { displayRealm, challengeOf, isCleartext } from '../match/challenge.ts'
import type { Challenge } from '../match/challenge.ts'
import { rememberUse } from './fill.ts'
import { chromeFrames } from './frames.ts'
import { explain } from './explain.ts'
import type { Keeper } from '../keeper.ts'
import { loginsForChallenge } from '../match/logins-for.ts'
import { waitUntilSeen } from './wait-until-seen.ts'
import { useSecret } from '../items/recorded-use.ts'

type Details = chrome.webRequest.OnAuthRequiredDetails
type Answer = chrome.webRequest.BlockingResponse

/** No answer from us: the browser shows its own dialog. */
const leave: Answer = {}
/** So many answered requests are remembered: the same request coming again means that the site refused the answer. */
const MOST_ANSWERED = 50
/** A window that has not connected within this time, in ms, was closed while it loaded. */
const SPEAKS_WITHIN = 30_000

/** A site's request for credentials that our window shows to a person. */
type Put = {
  details: Details
  challenge: Challenge
  refused: SignInRequest['refused']
  port: chrome.runtime.Port | null
  isPicking: boolean
  answer(answer: Answer): void
}

/**
 * Answers sites that ask for name and password by HTTP itself (Basic, Digest). If a login fits, a person chooses it in a window of ours;
 * nothing is sent without that choice (P8). One window at a time, for the active tab. Whatever ends the window (a lock, the tab, the
 * person) gives the request back to the browser. So does the worker's death: Chromium then treats the request as not answered.
 */
export class HttpSignIns {
  private line: Promise<unknown> = Promise.resolve()
  private now: Put | null = null
  private over = new AbortController()
  /** What was sent where, by the browser's request id. A request that asks the same again was refused. */
  private readonly answered = new Map<
    string,
    { origin: string; realm: string } & NonNullable<SignInRequest['refused']>
  >()

  constructor(private readonly keeper: Keeper) {}

  serve(): void {
    browser.webRequest.onAuthRequired.addListener(
      (details, respond) => {
        void this.answer(details)
          .catch(() => leave)
          .then((answer) => respond?.(answer))
        return undefined
      },
      // Other requests, such as images, are left to the browser, and do not wake the worker.
      { urls: ['http://*/*', 'https://*/*'], types: ['main_frame', 'sub_frame'] },
      ['asyncBlocking'],
    )
    browser.runtime.onConnect.addListener((port) => {
      if (port.name === SIGN_IN_PORT) this.join(port)
    })
  }

  /** P10: a lock gives every request back to the browser. After other changes the window shows what fits now, or closes. */
  follow(): void {
    if (this.keeper.shown === null) {
      this.over.abort()
      this.over = new AbortController()
      this.answered.clear()
    } else if (this.now !== null && this.rows(this.now.challenge).length === 0) this.now.answer(leave)
    else if (this.now !== null) this.show(this.now)
  }

  /** Returns the active client's logins that fit; none while locked or while a second key is owed. */
  private rows(challenge: Challenge): LoginRow[] {
    const { shown } = this.keeper
    return shown === null ? [] : loginsForChallenge(shown, challenge)
  }

  private async answer(details: Details): Promise<Answer> {
    const { tabId, type } = details
    const above = type === 'sub_frame' ? await framesAbove(details) : []
    const challenge = challengeOf(details, above)
    if (challenge === null) return leave
    const fits = await this.keeper.look(() => Promise.resolve(this.rows(challenge).length > 0))
    const { signal } = this.over
    while (fits && (await waitUntilSeen(tabId, signal))) {
      const turn = this.line.then(() => this.put(details, challenge, signal))
      this.line = turn.catch(() => undefined)
      const answer = await turn
      if (answer !== 'later') return answer
    }
    return leave
  }

  /** Shows the window and waits for the answer. Returns `later` when the tab is no longer the active one. */
  private async put(details: Details, challenge: Challenge, over: AbortSignal): Promise<Answer | 'later'> {
    const tab = await browser.tabs.get(details.tabId).catch(() => null)
    if (tab === null || over.aborted || this.rows(challenge).length === 0) return leave
    if (!tab.active) return 'later'
    const end = () => this.now?.answer(leave)
    const answered = new Promise<Answer>((answer) => {
      this.now = {
        details,
        challenge,
        refused: this.refusedBy(details, challenge),
        port: null,
        isPicking: false,
        answer,
      }
    })
    over.addEventListener('abort', end)
    const url = browser.runtime.getURL('sign-in.html')
    const window = await browser.windows.create({ url, type: 'popup', width: 420, height: 480 }).catch(() => null)
    if (window === null) end()
    const patience = setTimeout(() => this.now?.port === null && end(), SPEAKS_WITHIN)
    const answer = await answered
    clearTimeout(patience)
    over.removeEventListener('abort', end)
    this.now = null
    if (window?.id !== undefined) await browser.windows.remove(window.id).catch(() => undefined)
    return answer
  }

  private refusedBy({ requestId }: Details, { origin, realm }: Challenge): SignInRequest['refused'] {
    const given = this.answered.get(requestId)
    return given?.origin === origin && given.realm === realm ? { item: given.item, name: given.name } : null
  }

  /** Accepts our own window, as the browser reports it; one for each request. */
  private join(port: chrome.runtime.Port): void {
    const { now } = this
    const isOurs = port.sender !== undefined && senderOf(port.sender, ownExtension()) === 'sign-in'
    if (!isOurs || now === null || now.port !== null) return port.disconnect()
    now.port = port
    port.onDisconnect.addListener(() => now.answer(leave))
    port.onMessage.addListener((message: unknown) => {
      const said = signInToWorker.safeParse(message)
      // Any other message does not come from our window.
      if (!said.success) now.answer(leave)
      else if (said.data.do === 'pick') void this.pick(now, said.data)
    })
    this.show(now)
  }

  private show({ details, challenge, refused, port }: Put): void {
    const { origin } = challenge
    const asked: SignInRequest = {
      origin,
      realm: displayRealm(challenge.realm),
      plain: isCleartext(challenge),
      refused,
      rows: this.rows(challenge),
      tab: details.tabId,
      frame: details.frameId,
    }
    tell(port, { is: 'asked', asked })
  }

  /** A person chose a login: it goes through the gate (P8) into the browser's own answer. */
  private async pick(put: Put, choice: { folder: FolderId; item: ItemId }): Promise<void> {
    if (put.isPicking) return
    put.isPicking = true
    try {
      const { credentials, hasCode } = await this.keeper.look(() => this.open(put.challenge, choice))
      // P10: a lock in between has ended this request.
      if (this.now !== put) return
      this.note(put, choice.item)
      put.answer({ authCredentials: credentials })
      const used = { item: choice.item, tab: put.details.tabId, page: '' }
      void this.keeper.run(() => rememberUse(this.keeper, used, { filled: ['username', 'password'] }, hasCode))
    } catch (error) {
      put.isPicking = false
      tell(put.port, { is: 'failed', code: explain(error).code })
    }
  }

  private async open(challenge: Challenge, choice: { folder: FolderId; item: ItemId }) {
    const open = this.keeper.needOpen()
    needFits(open, choice, challenge)
    const found = await useSecret(open, { ...choice, purpose: 'fill' }, () => authorizeSignIn(open, choice, challenge))
    if (this.keeper.shown !== open) throw new Failure('locked')
    return found
  }

  private note({ details, challenge: { origin, realm, ...challenge } }: Put, item: ItemId): void {
    const name = this.rows({ origin, realm, ...challenge }).find((row) => row.item === item)?.name ?? ''
    this.answered.delete(details.requestId)
    this.answered.set(details.requestId, { origin, realm, item, name })
    const [oldest] = this.answered.keys()
    if (this.answered.size > MOST_ANSWERED && oldest !== undefined) this.answered.delete(oldest)
  }
}

/** Returns the addresses of the frames around the one that asks; none if the browser does not know its parent. */
async function framesAbove({ tabId, parentDocumentId }: Details): Promise<string[]> {
  const frames = await chromeFrames.of(tabId).catch(() => [])
  const parent = frames.find(({ documentId }) => documentId === parentDocumentId)
  return parent === undefined ? [] : [parent.url, ...parent.around]
}

function tell(port: chrome.runtime.Port | null, heard: WorkerToSignIn): void {
  try {
    port?.postMessage(heard)
  } catch {
    // The window is closing; its port's disconnect event follows.
  }
}
