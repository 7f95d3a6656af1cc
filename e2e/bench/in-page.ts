import { benchDesk } from './desk.ts'

type Make = typeof benchDesk

declare global {
  var benchDesk: Make
  var bench: ReturnType<Make>
}

globalThis.benchDesk = benchDesk
