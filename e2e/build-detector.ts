/** `npm run build:detector`: the form engine as one self-contained script, to measure it where the extension is not. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './pages/bundle.ts'

const folder = join(import.meta.dirname, '../.output')
const script = await bundle(fileURLToPath(import.meta.resolve('../extension/autofill/detector.ts')))
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'detector.js'), script)
console.log(`.output/detector.js: ${String(Buffer.byteLength(script))} bytes`)
