import type { Handlers } from '../../messages/serve.ts'
import type { Keeper } from '../keeper.ts'
import { accessHandlers } from './access-handlers.ts'
import { actHandlers } from './act-handlers.ts'
import type { HandlerDependencies } from './around.ts'
import { codeHandlers } from './code-handlers.ts'
import { enrolHandlers } from './enrol-handlers.ts'
import { fillHandlers } from './fill-handlers.ts'
import { generatedHandlers } from './generated-handlers.ts'
import { HandlerTable } from './handler-table.ts'
import { healthHandlers } from './health-handlers.ts'
import { importHandlers } from './import-handlers.ts'
import { itemHandlers } from './item-handlers.ts'
import { keyHandlers } from './key-handlers.ts'
import { ledgerHandlers } from './ledger-handlers.ts'
import { matchHandlers } from './match-handlers.ts'
import { offerHandlers } from './offer-handlers.ts'
import { settingsHandlers } from './settings-handlers.ts'
import { placeHandlers } from './place-handlers.ts'
import { serverHandlers } from './server-handlers.ts'
import { unlockHandlers } from './unlock-handlers.ts'
import { unsentHandlers } from './unsent-handlers.ts'
import { windowHandlers } from './window-handlers.ts'

/** Joins the handlers of all requests of the contract. One that is missing, or there twice, is a type error here. */
export function handlers(keeper: Keeper, around: HandlerDependencies): Handlers {
  const { rpId, frames, clipboard, offers } = around
  const unsent = unsentHandlers(keeper)
  const save = unsent['item.save']
  return new HandlerTable({})
    .with(windowHandlers(keeper, around))
    .with(serverHandlers(keeper))
    .with(enrolHandlers(keeper, rpId))
    .with(unlockHandlers(keeper, rpId))
    .with(keyHandlers(keeper, rpId))
    .with(settingsHandlers(keeper))
    .with(actHandlers(keeper))
    .with(accessHandlers(keeper))
    .with(ledgerHandlers(keeper))
    .with(itemHandlers(keeper))
    .with(importHandlers(keeper))
    .with(healthHandlers(keeper))
    .with(unsent)
    .with(offerHandlers(keeper, offers, save))
    .with(generatedHandlers(keeper, around, save))
    .with(codeHandlers(keeper, clipboard))
    .with(placeHandlers(keeper))
    .with(matchHandlers(keeper, frames))
    .with(fillHandlers(keeper, around)).handlers
}
