import { crc32, deflateSync, inflateSync } from 'node:zlib'

// The pictures lie in the repository, and a screen of text takes two and a half times as much in 16 million colours as in 256.

type Pixels = { readonly width: number; readonly height: number; readonly colours: Uint32Array }

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const COLOURS = 256

/** The chunks of a PNG file, by their order. */
function* chunksOf(png: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) }
    at += 12 + length
  }
}

/** What PNG's filter of type 4 predicts from the bytes to the left, above, and above the left (PNG, 9.4). */
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? up : corner
}

/** Reads a PNG of 8 bits a channel, RGB or RGBA, as a browser writes it. Throws for any other. */
function pixelsOf(png: Buffer): Pixels {
  const chunks = [...chunksOf(png)]
  const head = chunks.find(({ type }) => type === 'IHDR')?.data
  if (head === undefined) throw new Error('no PNG')
  const [width, height, depth, kind] = [head.readUInt32BE(0), head.readUInt32BE(4), head.at(8), head.at(9)]
  if (depth !== 8 || (kind !== 2 && kind !== 6)) throw new Error('a kind of PNG that no browser writes')
  const size = kind === 6 ? 4 : 3
  const rows = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))
  const stride = width * size
  let above = Buffer.alloc(stride)
  const colours = new Uint32Array(width * height)
  for (let y = 0; y < height; y += 1) {
    const filter = rows.readUInt8(y * (stride + 1))
    const row = Buffer.from(rows.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)))
    for (let x = 0; x < stride; x += 1) {
      const left = x < size ? 0 : row.readUInt8(x - size)
      const up = above.readUInt8(x)
      const corner = x < size ? 0 : above.readUInt8(x - size)
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      row.writeUInt8((row.readUInt8(x) + guess) & 255, x)
    }
    for (let x = 0; x < width; x += 1) colours[y * width + x] = row.readUIntBE(x * size, 3)
    above = row
  }
  return { width, height, colours }
}

const distance = (one: number, other: number): number =>
  ((one >> 16) - (other >> 16)) ** 2 +
  (((one >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
  ((one & 255) - (other & 255)) ** 2

/**
 * At most 256 colours that stand for all of a picture's, and which of them each becomes. Each next one is the colour whose pixels are
 * together farthest from those chosen: what is large or far from all others keeps its own.
 */
function paletteOf(colours: Uint32Array): { palette: number[]; place: ReadonlyMap<number, number> } {
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const all = [...counts].map(([colour, count]) => ({ colour, count, off: Infinity, at: 0 }))
  const palette: number[] = []
  while (palette.length < Math.min(COLOURS, all.length)) {
    const next = all.reduce((best, one) => (one.off * one.count > best.off * best.count ? one : best)).colour
    for (const one of all) {
      const off = distance(one.colour, next)
      if (off < one.off) Object.assign(one, { off, at: palette.length })
    }
    palette.push(next)
  }
  return { palette, place: new Map(all.map(({ colour, at }) => [colour, at])) }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The same picture in at most 256 colours. Throws for a PNG that no browser writes. */
export function in256Colours(png: Buffer): Buffer {
  const { width, height, colours } = pixelsOf(png)
  const { palette, place } = paletteOf(colours)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // 8 bits a pixel, each a place in the palette.
  head.set([8, 3], 8)
  const entries = Buffer.alloc(palette.length * 3)
  palette.forEach((colour, at) => entries.writeUIntBE(colour, at * 3, 3))
  // A byte for the filter stands before each row: none.
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows.writeUInt8(place.get(colours[y * width + x] ?? 0) ?? 0, y * (width + 1) + 1 + x)
  const data = deflateSync(rows, { level: 9, memLevel: 9 })
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', entries),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
