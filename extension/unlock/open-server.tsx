import { ask } from '../messages/ask.ts'
import type { Status } from '../messages/views.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { navigate } from '../ui/router.ts'
import { common } from '../words/common.ts'
import { unlockWords } from '../words/unlock.ts'
import { AddressForm } from './address-form.tsx'
import { originOf } from './address.ts'
import { Origin } from './origin.tsx'
import { Sheet, SheetForm } from './sheet.tsx'
import { useAct } from '../messages/use-act.ts'

/** Shown when a person opened a server's page: asks before this server is trusted or gets any data. */
export function OpenServer({ server, status }: { readonly server: string; readonly status: Status }) {
  const t = unlockWords()
  const act = useAct()
  const origin = originOf(server)
  if (origin === null) {
    return (
      <Sheet title={t.badLink}>
        <p>{t.badLinkNext}</p>
        <AddressForm main autoFocus />
      </Sheet>
    )
  }
  const known = status.state === 'no-server' ? null : status.server
  const trust = () => {
    act.run(async () => {
      // The first request shows whether a Cloison server answers there: only then is it worth asking for trust.
      await ask('server.look', { address: origin })
      await ask('server.trust', { address: origin })
      navigate('/', 'replace')
    })
  }
  return (
    <Sheet title={t.trustTitle}>
      <SheetForm onSubmit={trust}>
        <Origin origin={origin} />
        <p>{t.trustCheck}</p>
        <p class="sheet-soft">{t.trustMeans}</p>
        {known !== null && known !== origin && <Banner kind="warn" title={t.trustReplaces(known)} />}
        <div class="sheet-acts">
          {act.failed && <FailureBanner code={act.failed.code} />}
          <Button type="submit" kind="main" size="large" wide busy={act.busy ? t.reaching : null}>
            {t.trust}
          </Button>
          <Button
            size="large"
            wide
            onClick={() => {
              act.cancel()
              if (known === null) window.close()
              navigate('/', 'replace')
            }}
          >
            {act.busy ? common().cancel : t.notNow}
          </Button>
        </div>
      </SheetForm>
    </Sheet>
  )
}
