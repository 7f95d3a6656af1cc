import { defineBackground } from 'wxt/utils/define-background'
import { startWorker } from '../keeper/doors/worker.ts'
import { clientBadge } from '../ui/client-badge.ts'

export default defineBackground({
  main: () => {
    startWorker(clientBadge)
  },
})
