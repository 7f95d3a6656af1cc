import { noFields } from '../../messages/item-fields.ts'
import type { ItemFields } from '../../messages/views.ts'
import { emptyAddress, isWeb, withScheme, type Address } from './addresses.ts'

/** The fields of a form in which nothing is typed: with a row for one address. */
export const emptyForm: ItemFields = { ...noFields, urls: [emptyAddress] }

const tidyAddress = (url: Address, kind: ItemFields['kind']): Address =>
  isWeb(kind)
    ? { ...url, address: withScheme(url.address), realm: url.realm.trim() }
    : { address: url.address.trim(), match: 'none', realm: '' }

/**
 * What is sent: addresses and extra fields left empty are dropped, an address of a web login without a scheme is https. Secrets stay
 * as typed.
 */
export function tidyFields(fields: ItemFields): ItemFields {
  return {
    ...fields,
    name: fields.name.trim(),
    urls: fields.urls.map((url) => tidyAddress(url, fields.kind)).filter(({ address }) => address !== ''),
    custom: fields.custom.filter(({ label, value }) => label.trim() !== '' || value !== ''),
    totp: fields.totp.trim(),
  }
}

export const sameFields = (one: ItemFields, other: ItemFields): boolean =>
  JSON.stringify(tidyFields(one)) === JSON.stringify(tidyFields(other))
