import { defineBackground } from 'wxt/utils/define-background'
import { startWorker } from '../keeper/worker.ts'

export default defineBackground({ type: 'module', main: startWorker })
