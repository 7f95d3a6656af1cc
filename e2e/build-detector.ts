/** `npm run build:detector`: bundles the form engine into one script, to measure it outside the extension. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundle } from './pages/bundle.ts'

const folder = join(import.meta.dirname, '../.output')
const script = await bundle(fileURLToPath(import.meta.resolve('../extension/autofill/detector.ts')))
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'detector.js'), script)
console.log(`.output/detector.js: ${String(Buffer.byteLength(script))} bytes`)
