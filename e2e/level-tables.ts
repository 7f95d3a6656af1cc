/**
 * Returns the content of a LevelDB table (`.ldb`), with its Snappy blocks uncompressed, so that a text search can see it.
 * Throws on anything that is not such a table.
 * Formats: table_format.md of LevelDB, format_description.txt of Snappy.
 */

const MAGIC = 0xdb4775248b80fb57n
const FOOTER = 48
const SNAPPY = 1

type Reader = { at: number; readonly bytes: Buffer }

function varint(from: Reader): number {
  let value = 0
  for (let scale = 1; ; scale *= 128) {
    const byte = from.bytes[from.at++]
    if (byte === undefined) throw new Error('cut off')
    value += (byte & 127) * scale
    if (byte < 128) return value
  }
}

/** Uncompresses Snappy: a length, then literals and copies of earlier output. */
export function unsnap(packed: Buffer): Buffer {
  const from: Reader = { at: 0, bytes: packed }
  const out = Buffer.alloc(varint(from))
  let end = 0
  while (from.at < packed.length) {
    const tag = packed[from.at++] ?? 0
    const kind = tag & 3
    if (kind === 0) {
      const short = tag >> 2
      const extra = Math.max(0, short - 59)
      const length = (extra === 0 ? short : packed.readUIntLE(from.at, extra)) + 1
      from.at += extra
      end += packed.copy(out, end, from.at, from.at + length)
      from.at += length
      continue
    }
    const length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1
    const size = { 1: 1, 2: 2, 3: 4 }[kind] ?? 0
    const offset = packed.readUIntLE(from.at, size) + (kind === 1 ? (tag >> 5) * 256 : 0)
    from.at += size
    // Byte by byte: a copy may overlap its own output.
    for (let i = 0; i < length; i++, end++) out[end] = out[end - offset] ?? 0
  }
  return out
}

function blockAt(table: Buffer, handle: Reader): Buffer {
  const [offset, size] = [varint(handle), varint(handle)]
  const block = table.subarray(offset, offset + size)
  return table[offset + size] === SNAPPY ? unsnap(block) : block
}

/** The values of a block's entries: each shares the start of its key with the one before. */
function* valuesIn(block: Buffer): Generator<Buffer> {
  const end = block.length - 4 - 4 * block.readUInt32LE(block.length - 4)
  const from: Reader = { at: 0, bytes: block }
  while (from.at < end) {
    varint(from)
    const [unshared, length] = [varint(from), varint(from)]
    from.at += unshared
    yield block.subarray(from.at, from.at + length)
    from.at += length
  }
}

/** Returns every data block, uncompressed. */
export function blocksOf(table: Buffer): Buffer[] {
  if (table.length < FOOTER || table.readBigUInt64LE(table.length - 8) !== MAGIC) throw new Error('no table')
  const footer: Reader = { at: table.length - FOOTER, bytes: table }
  varint(footer)
  varint(footer)
  return [...valuesIn(blockAt(table, footer))].map((handle) => blockAt(table, { at: 0, bytes: handle }))
}
