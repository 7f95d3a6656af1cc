import { noFields } from '../../messages/item-fields.ts'
import type { ItemFields } from '../../messages/views.ts'
import { emptyAddress, withScheme } from './addresses.ts'

/** The fields of a form in which nothing is typed: with a row for one address. */
export const emptyForm: ItemFields = { ...noFields, urls: [emptyAddress] }

/**
 * What is sent: addresses and extra fields left empty are dropped, an address without a scheme is https. Secrets stay
 * as typed.
 */
export function tidyFields(fields: ItemFields): ItemFields {
  return {
    ...fields,
    name: fields.name.trim(),
    urls: fields.urls
      .map((url) => ({ ...url, address: withScheme(url.address), realm: url.realm.trim() }))
      .filter(({ address }) => address !== ''),
    custom: fields.custom.filter(({ label, value }) => label.trim() !== '' || value !== ''),
    totp: fields.totp.trim(),
  }
}

export const sameFields = (one: ItemFields, other: ItemFields): boolean =>
  JSON.stringify(tidyFields(one)) === JSON.stringify(tidyFields(other))
