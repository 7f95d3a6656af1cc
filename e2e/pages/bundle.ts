import { compile } from 'svelte/compiler'
import { build, type Plugin } from 'vite'
import { packWords } from '../../.config/pack-words.ts'

/** Compiles `.svelte` files. */
const svelte: Plugin = {
  name: 'svelte-files',
  transform: (code, id) => (id.endsWith('.svelte') ? compile(code, { filename: id }).js.code : null),
}

/** Returns one module and its imports as a classic script for the browser. Throws when the build fails. */
export async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [svelte, packWords],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'bundled' } },
  })
  const outputs = Array.isArray(result) ? result : [result]
  for (const output of outputs) {
    if (!('output' in output)) continue
    return output.output[0].code
  }
  throw new Error(`nothing built from ${entry}`)
}
