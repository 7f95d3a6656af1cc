import { Failure } from '../../../shared/bytes/failure.ts'
import { readOtpSeed } from '../../../shared/bytes/otp-seed.ts'
import type { ItemFields } from '../../messages/views.ts'
import { goodAddress } from './fields.ts'

/** `totp`: the code of what is wrong with the seed. */
export type Faults = { name: boolean; urls: ReadonlySet<number>; labels: ReadonlySet<number>; totp: string | null }

const where = <T>(all: readonly T[], wrong: (each: T) => boolean): ReadonlySet<number> =>
  new Set(all.flatMap((each, at) => (wrong(each) ? [at] : [])))

/** What is wrong with a form, by its place; null when it may be saved. */
export function faultsOf({ name, urls, custom, totp }: ItemFields): Faults | null {
  const faults = {
    name: name.trim() === '',
    urls: where(urls, (url) => !goodAddress(url)),
    labels: where(custom, ({ label, value }) => label.trim() === '' && value !== ''),
    totp: seedFault(totp),
  }
  const { name: noName, urls: badUrls, labels: noLabels, totp: badSeed } = faults
  return noName || badUrls.size > 0 || noLabels.size > 0 || badSeed !== null ? faults : null
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
