import { concat, readU32, u32 } from './bytes.ts'
import type { Bytes } from './bytes.ts'
import { Failure } from './failure.ts'

const BLOCK = 256
const paddedSize = (length: number) => Math.ceil((4 + length) / BLOCK) * BLOCK

/** u32 length ‖ data ‖ zeros, to the next multiple of 256 bytes: the server sees sizes only that finely (P1). */
export function pad(data: Uint8Array): Bytes {
  return concat(u32(data.length), data, new Uint8Array(paddedSize(data.length) - 4 - data.length))
}

/** What `pad` was given. Throws `bad-padding` on any other size, or anything but zeros behind the data. */
export function unpad(padded: Uint8Array): Bytes {
  if (padded.length < BLOCK) throw new Failure('bad-padding')
  const length = readU32(padded)
  if (padded.length !== paddedSize(length) || padded.subarray(4 + length).some((byte) => byte !== 0)) {
    throw new Failure('bad-padding')
  }
  return new Uint8Array(padded.subarray(4, 4 + length))
}
