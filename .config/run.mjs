import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureExtension } from './build.mjs'
import { runChecks } from './checks.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensurePackages } from './install.mjs'
import { root, typescript } from './process.mjs'
import { dev } from './dev.mjs'
import { runJourneys, runVitest } from './phases.mjs'
import { sbomFile, writeSbom } from './sbom.mjs'
import { runSuite, runWhole } from './suite.mjs'

/** Every command of the project: `node .config/run.mjs NAME [args]`. It needs Node alone, and installs the rest. */
const commands = {
  build: async () => {
    await ensureExtension()
    return 0
  },
  'build:hash': async ([folder]) => {
    if (folder === undefined) await ensureExtension()
    return (await typescript('.config/build-hash.ts', folder === undefined ? [] : [folder])).code
  },
  'build:detector': async () => (await typescript('e2e/build-detector.ts', [])).code,
  start: async (args) => {
    await ensureExtension()
    console.log(`\n  The extension, to load unpacked: ${join(root, '.output/chrome-mv3')}`)
    if (args.includes('--seeded'))
      return (
        await typescript(
          'tests/seeded.ts',
          args.filter((one) => one !== '--seeded'),
        )
      ).code
    return (await typescript('server/main.ts', args)).code
  },
  demo: async (args) => {
    await ensureChromium()
    await ensureExtension()
    return (await typescript('e2e/demo.ts', args)).code
  },
  screens: async () => {
    await ensureChromium()
    await ensureExtension()
    return (await typescript('e2e/screens.ts', [])).code
  },
  'open-export': async (args) => (await typescript('verify/open-export.ts', args)).code,
  'verify-ledger': async (args) => (await typescript('verify/verify-ledger.ts', args)).code,
  seed: async (args) => (await typescript('tests/seed.ts', args)).code,
  test: (names) => runSuite(names),
  'test:whole': (names) => runWhole(names),
  unit: (args) => runFiles(args, (files) => runVitest('unit', files)),
  server: (args) => runFiles(args, (files) => runVitest('server', files)),
  e2e: (args) => runFiles(args, runJourneys),
  dev,
  pack: async (args) => (await typescript('.config/pack.ts', args)).code,
  sbom: async () => {
    await writeSbom()
    console.log(`What the product runs on: ${sbomFile}`)
    return 0
  },
  evidence: async () => (await typescript('.config/evidence.ts', [])).code,
  mutate: async (numbers) => (await typescript('tests/mutate.ts', numbers)).code,
  check: async () => ((await runChecks()).failed === 0 ? 0 : 1),
  bench: async ([name = '', ...args]) => {
    const file = `e2e/bench/${name}.ts`
    if (!existsSync(join(root, file))) throw new Error(`There is no ${file}. Say which figures: npm run bench -- NAME`)
    return (await typescript(file, args)).code
  },
}

/** Tests of the files named; with `--whole`, every case of their matrices. */
async function runFiles(args, run) {
  if (args.includes('--whole')) process.env.CLOISON_WHOLE = 'yes'
  const { failed } = await run(args.filter((arg) => arg !== '--whole'))
  return failed === 0 ? 0 : 1
}

async function main([name = '', ...args]) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(`Cloison needs Node 20.19 or later; this is ${process.version}.`)
  const command = commands[name]
  if (!command) throw new Error(`Say which: ${Object.keys(commands).join(', ')}.`)
  await ensurePackages()
  return command(args)
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error) => {
    console.error(error.message)
    process.exitCode = 1
  },
)
