import type { ItemFields } from '../../messages/views.ts'
import { emptyAddress, whole } from './addresses.ts'

export const noFields: ItemFields = {
  name: '',
  username: '',
  password: '',
  urls: [emptyAddress],
  custom: [],
  totp: '',
  afterFill: 'stay',
  notes: '',
}

/**
 * What is sent: addresses and extra fields left empty are dropped, an address without a scheme is https. Secrets stay
 * as typed.
 */
export function tidy(fields: ItemFields): ItemFields {
  return {
    ...fields,
    name: fields.name.trim(),
    urls: fields.urls
      .map((url) => ({ ...url, address: whole(url.address), realm: url.realm.trim() }))
      .filter(({ address }) => address !== ''),
    custom: fields.custom.filter(({ label, value }) => label.trim() !== '' || value !== ''),
    totp: fields.totp.trim(),
  }
}

export const sameFields = (one: ItemFields, other: ItemFields): boolean =>
  JSON.stringify(tidy(one)) === JSON.stringify(tidy(other))

/** Letters, digits and signs that every portal takes and that nobody reads for another: no 0 O o, 1 l I. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!#%+:=?@'
const LENGTH = 20

/** A password of 20 characters, each drawn evenly: a byte past the last whole multiple is drawn again. */
export function newPassword(): string {
  const limit = 256 - (256 % ALPHABET.length)
  let made = ''
  while (made.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      if (byte < limit && made.length < LENGTH) made += ALPHABET.charAt(byte % ALPHABET.length)
    }
  }
  return made
}
