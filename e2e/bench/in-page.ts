import { benchDesk } from './desk.ts'
import { fairness } from './fairness.ts'

type Make = typeof benchDesk
type Unit = typeof fairness

declare global {
  var benchDesk: Make
  var bench: ReturnType<Make>
  var fairness: Unit
}

globalThis.benchDesk = benchDesk
globalThis.fairness = fairness
