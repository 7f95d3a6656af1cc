import { bigint, customType, text } from 'drizzle-orm/pg-core'
import type { Aaguid } from '../../shared/bytes/aaguid.ts'

/** Bytes in the table, their canonical base64url in the code. The type is what the schema says lies there. */
export const b64 = <T extends string = string>() =>
  customType<{ data: T; driverData: Uint8Array }>({
    dataType: () => 'bytea',
    toDriver: (text) => Buffer.from(text, 'base64url'),
    fromDriver: (bytes) => Buffer.from(bytes).toString('base64url') as T,
  })()

/** Raw bytes. */
export const bytea = customType<{ data: Uint8Array<ArrayBuffer>; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (bytes) => Buffer.from(bytes),
  fromDriver: (bytes) => new Uint8Array(bytes),
})

/** Milliseconds since 1970, UTC. */
export const time = () => bigint({ mode: 'number' })
/** A whole number that fits a JSON number. */
export const whole = () => bigint({ mode: 'number' })
/** Which model of FIDO key, as it is written. */
export const aaguid = () => text().$type<Aaguid>()
