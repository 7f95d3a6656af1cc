import { fromBase64url } from '../../../shared/bytes/base64url.ts'
import { Failure } from '../../../shared/bytes/failure.ts'
import type { Intent } from '../../messages/intent.ts'
import type { Handlers } from '../../messages/serve.ts'
import type { Clipboard } from '../fill/clipboard.ts'
import { codeHandlers } from './code-handlers.ts'
import { deletedItems, restoreItem } from '../items/deleted-items.ts'
import { enrolHandlers } from './enrol-handlers.ts'
import { evidenceFile } from './evidence-file.ts'
import { fill } from '../fill/fill.ts'
import type { Frames } from '../fill/fill.ts'
import { generatedHandlers } from './generated-handlers.ts'
import { writeInvitation } from '../unlock/invitation-code.ts'
import { readItem } from '../items/items.ts'
import { keyHandlers } from './key-handlers.ts'
import type { Keeper } from '../keeper.ts'
import type { Open } from '../vault/open.ts'
import { ledgerFile } from './ledger-file.ts'
import { matchHandlers } from './match-handlers.ts'
import type { NewPasswords } from '../offers/new-passwords.ts'
import { fetchJoins } from '../sync/people.ts'
import { eraseProfile } from '../sync/profiles.ts'
import { repairServer } from './repair-server.ts'
import { review } from '../acts/review.ts'
import { offerHandlers } from './offer-handlers.ts'
import type { Offers } from '../offers/offers.ts'
import { originOf } from '../desk/origin.ts'
import { needOwnSecondKey, needShown, openedAs } from '../second-key.ts'
import { hello, needAllowed, needTrusted, trust, trustedServer } from '../desk/server.ts'
import { submit } from '../acts/submit.ts'
import { forgetShift, keepShift } from '../unlock/shift.ts'
import { unsentHandlers } from './unsent-handlers.ts'
import { withSecret } from '../items/recorded-use.ts'
import { finishUnlock, startTouch } from '../unlock/unlock.ts'
import { stateOf } from '../vault/vault.ts'

/** What the worker brings besides the keeper. */
export type Around = {
  rpId: string
  frames: Frames
  newPasswords: NewPasswords
  clipboard: Clipboard
  offers: Offers
  showUnlock(hash: string): Promise<void>
  showConsole(): Promise<void>
}

/** Every request of the contract, each a few lines over the part that does it. */
export function handlers(keeper: Keeper, around: Around): Handlers {
  const { rpId, frames, clipboard, showUnlock, showConsole } = around
  const { desk } = keeper
  const unsent = unsentHandlers(keeper)
  const run = keeper.run.bind(keeper)
  const look = keeper.look.bind(keeper)
  /** The org that this desk unlocks for: known, or as its server says, asked once, until the touch confirms or refuses it. */
  const needOrg = async () => {
    const { server, org } = await needTrusted(desk)
    if (org !== null) return { server, org }
    if (keeper.said?.server === server) return keeper.said
    const said = (await hello(desk, server)).org?.id
    if (said === undefined) throw new Failure('no-org')
    keeper.said = { server, org: said }
    return keeper.said
  }
  /** The newcomer as this person saw them in the list; asked again only where a worker died in between. */
  const joinsFor = async (open: Open, intent: Intent) => {
    const isSeen = keeper.joins.joins.some(
      ({ invitation }) => intent.do === 'approve' && invitation === intent.invitation,
    )
    if (intent.do === 'approve' && !isSeen) keeper.joins = await fetchJoins(open)
    return keeper.joins.joins
  }
  const done = async (work: Promise<unknown>) => {
    await work
    return null
  }

  return {
    'open.here': (_, origin) =>
      look(async () => {
        const isOurs = (await trustedServer(desk))?.server === origin
        return done(
          isOurs && keeper.open !== null ? showConsole() : showUnlock(`#/open?server=${encodeURIComponent(origin)}`),
        )
      }),
    'window.unlock': () => done(showUnlock('#/unlock')),
    'window.further-key': () => done(showUnlock('#/key')),
    'window.change-pin': () => done(showUnlock('#/pin')),
    'window.new-keys': () => done(showUnlock('#/new-keys')),
    'window.console': () => done(showConsole()),

    'server.look': async ({ address }) => {
      const server = originOf(address)
      const { org } = await hello(desk, server)
      const known = await trustedServer(desk)
      const isKnown = known?.server === server
      // What the desk knows its org to be, no server can say otherwise; an empty one may be set up, where policy names no org.
      if (isKnown && known.org !== null && (org === null ? known.managed : org.id !== known.org))
        throw new Failure('server-other-org')
      return { address: server, org: org?.id ?? null, orgName: org?.name ?? null, trusted: isKnown }
    },
    'server.trust': async ({ address }) => {
      const server = originOf(address)
      await hello(desk, server)
      return run(async () => {
        await needAllowed(desk, { server, org: null })
        if (keeper.open !== null && keeper.open.session.server !== server) await keeper.lock('button')
        if ((await trustedServer(desk))?.server !== server) await forgetShift(desk)
        await trust(desk, { server, org: null })
        keeper.tell()
        return null
      })
    },

    ...enrolHandlers(keeper, rpId),
    ...keyHandlers(keeper, rpId),

    'unlock.start': async () => startTouch(desk, (await needOrg()).server, rpId, 'unlock'),
    'unlock.prepare': async ({ pin }) => {
      keeper.pinAhead.start(pin, (await needOrg()).org)
      return null
    },
    'unlock.finish': ({ pin, ...touch }) =>
      run(async () => {
        const { server, org } = await needOrg()
        keeper.said = null
        const stretched = keeper.pinAhead.take(pin, org)
        if (keeper.open !== null) await keeper.lock('button')
        const { session, y, voprfPublicKey } = await finishUnlock(desk, server, org, stretched, touch)
        // The touch itself has said which org this is.
        await trust(desk, { server, org })
        await keeper.unlocked(session)
        await keepShift(keeper.needOpen(), y, voprfPublicKey)
        return openedAs(keeper)
      }),
    lock: () => done(keeper.lockNow('button')),

    'act.review': (intent) =>
      run(async () => {
        const open = needShown(keeper)
        needOwnSecondKey(open, intent)
        return review(open, intent, await joinsFor(open, intent))
      }),
    'act.sign': (intent) =>
      run(async () => {
        const open = needShown(keeper)
        needOwnSecondKey(open, intent)
        const made = await submit(open, intent, await joinsFor(open, intent))
        await keeper.refresh()
        const { server, org } = open.session
        const { invitation } = made
        const code =
          invitation === null
            ? null
            : writeInvitation({
                server,
                org,
                ledger: stateOf(open.vault).head,
                invitation: invitation.id,
                secret: fromBase64url(invitation.secret),
                recovery: stateOf(open.vault).policy.recovery,
                twoKeys: stateOf(open.vault).policy.twoKeys,
                attested: stateOf(open.vault).policy.attested,
              })
        const own = stateOf(open.vault).proposals.filter(({ by }) => by === open.vault.me)
        const waitsUntil = made.proposed ? (own.at(-1)?.expires ?? null) : null
        return { folder: made.folder, team: made.team, code, waitsUntil }
      }),

    'person.erase': ({ member }) =>
      run(async () => {
        await eraseProfile(needShown(keeper), member)
        await keeper.refresh()
        return null
      }),
    'repair.start': () => done(run(() => repairServer(keeper))),
    'fork.export': ({ fork }) => look(() => Promise.resolve(evidenceFile(needShown(keeper).vault, fork))),
    'ledger.export': () => look(() => ledgerFile(needShown(keeper).vault)),

    'item.read': ({ folder, item }) =>
      look(() => {
        const open = needShown(keeper)
        return withSecret(open, { folder, item, purpose: 'read' }, () => readItem(open.vault, folder, item))
      }),
    'items.deleted': ({ folder }) => look(async () => ({ items: await deletedItems(needShown(keeper), folder) })),
    'item.restore': ({ folder, item }) =>
      run(async () => {
        await restoreItem(needShown(keeper), folder, item)
        await keeper.refresh()
        return null
      }),
    ...unsent,
    ...offerHandlers(keeper, around.offers, unsent['item.save']),
    ...codeHandlers(keeper, clipboard),
    ...generatedHandlers(keeper, around, unsent['item.save']),

    ...matchHandlers(keeper, frames),
    fill: (choice) => keeper.lookIn(choice.folder, (open) => fill(keeper, frames, choice, open)),
  }
}
