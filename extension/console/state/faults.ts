import { Failure } from '../../../shared/bytes/failure.ts'
import { readOtpSeed } from '../../../shared/bytes/otp-seed.ts'
import type { ItemFields } from '../../messages/views.ts'
import { addressFaults, type AddressFault } from './addresses.ts'

/** `totp`: the code of what is wrong with the seed. */
export type Faults = {
  name: boolean
  urls: ReadonlyMap<number, AddressFault>
  labels: ReadonlySet<number>
  totp: string | null
}

/** The errors of a form, by field; null when it may be saved. */
export function faultsOf({ kind, name, urls, custom, totp }: ItemFields): Faults | null {
  const labels = custom.flatMap(({ label, value }, at) => (label.trim() === '' && value !== '' ? [at] : []))
  const faults = {
    name: name.trim() === '',
    urls: addressFaults(urls, kind),
    labels: new Set(labels),
    totp: seedFault(totp),
  }
  const isWrong = faults.name || faults.urls.size > 0 || faults.labels.size > 0 || faults.totp !== null
  return isWrong ? faults : null
}

function seedFault(totp: string): string | null {
  if (totp.trim() === '') return null
  try {
    readOtpSeed(totp)
    return null
  } catch (error) {
    if (error instanceof Failure) return error.code
    throw error
  }
}
