import { startStack } from './e2e/stack.ts'
import { newPerson, setUp, sign, look } from './e2e/headless/person.ts'
import { need } from './e2e/headless/org.ts'
import { newItemId } from './shared/bytes/ids.ts'
import { exactly } from './extension/messages/item-fields.ts'
import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
const N = Number(process.argv[2] ?? 3000)
const stack = await startStack()
const owner = newPerson()
await setUp(owner, stack.origin, stack.setupCode, 'ambre-4417')
const none = { username: 'ines', password: 'Zibeline-6042', custom: [], totp: '', notes: '', afterFill: 'stay' as const }
let folder = need((await sign(owner, { do: 'create-folder', parent: null, name: 'A' })).folder)
for (let n = 1; n < N; n++) {
  if (n % 100 === 0) folder = need((await sign(owner, { do: 'create-folder', parent: null, name: 'A' + n })).folder)
  await owner.ask['item.save']({ folder, item: newItemId(), base: null, fields: { ...none, name: 'P' + n, urls: [exactly(`https://portail-${n}.example/`)] } }, '')
}
let bytes=0; for (const b of owner.desk.kept.blobs.values()) bytes+=b.length; console.log('blobs', owner.desk.kept.blobs.size, bytes)
const s = new Session(); s.connect()
const post = (m: string, p?: object) => new Promise<any>((res, rej) => s.post(m, p as any, (e, r) => e ? rej(e) : res(r)))
for (let i = 0; i < 4; i++) {
  if (i === 3) { await post('Profiler.enable'); await post('Profiler.start') }
  const again = newPerson(owner.desk, owner.key)
  const t = performance.now()
  await again.keeper.look(async () => null)
  console.log('wake', (performance.now() - t).toFixed(0))
  if (i === 3) { const { profile } = await post('Profiler.stop'); writeFileSync('/tmp/wake.cpuprofile', JSON.stringify(profile))
   const self = new Map<string, number>(); const nodes = new Map<number, any>(profile.nodes.map((n: any) => [n.id, n]))
   const parent = new Map<number, number>(); for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id)
   const incl = new Map<string, number>()
   profile.samples.forEach((id: number, k: number) => { const dt = profile.timeDeltas[k] / 1000; const nm = (x: number) => { const c = nodes.get(x).callFrame; return c.functionName + ' ' + c.url.split('/').slice(-2).join('/') + ':' + c.lineNumber }; self.set(nm(id), (self.get(nm(id)) ?? 0) + dt); const seen = new Set<string>(); for (let at: number | undefined = id; at !== undefined; at = parent.get(at)) if (!seen.has(nm(at))) { seen.add(nm(at)); incl.set(nm(at), (incl.get(nm(at)) ?? 0) + dt) } })
   const top = (m: Map<string, number>) => [...m].sort((a, b) => b[1] - a[1]).slice(0, 30).map(([n, v]) => `${v.toFixed(0)} ${n}`).join('\n')
   console.log('SELF\n' + top(self) + '\nINCL\n' + top(incl)) }
}
await stack.stop(); process.exit(0)
