import { Failure } from '../../../shared/bytes/failure.ts'
import { Refused } from '../../../shared/ledger/replay/state.ts'
import type { FailureData } from '../../messages/contract.ts'
import { BadInput } from '../../messages/serve.ts'
import { ServerRefusal } from '../desk/api.ts'
import { SendsElsewhere } from './sends-elsewhere.ts'
import { WrongPin } from '../unlock/unlock.ts'

/** Returns a stable code for whatever was thrown, with its data; never a message or contents of the vault. */
export function explain(error: unknown): { code: string; data: FailureData } {
  if (error instanceof WrongPin) return { code: error.code, data: { triesLeft: error.triesLeft } }
  if (error instanceof SendsElsewhere) return { code: error.code, data: { address: error.address } }
  if (error instanceof BadInput) return { code: error.code, data: { field: error.field } }
  if (error instanceof ServerRefusal)
    return { code: error.code, data: error.triesLeft === null ? {} : { triesLeft: error.triesLeft } }
  if (error instanceof Failure || error instanceof Refused) return { code: error.code, data: {} }
  return { code: 'unknown', data: {} }
}
