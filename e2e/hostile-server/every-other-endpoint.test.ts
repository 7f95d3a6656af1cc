import { afterAll, beforeAll, test } from 'vitest'
import { endpointsOf, lieAbout, twoOrgs } from './every-endpoint.ts'
import type { Orgs } from './every-endpoint.ts'

let orgs: Orgs
beforeAll(async () => {
  orgs = await twoOrgs()
})
afterAll(async () => {
  await orgs.here.close()
  await orgs.elsewhere.close()
})

test.each(endpointsOf(1))(
  'S5 S6 S7 S9 S12: whatever is made of any field or the whole of what “%s” answers, the oracle holds',
  (endpoint, turn) => lieAbout(orgs, endpoint, turn),
)
