import { afterAll, afterEach, beforeAll, test } from 'vitest'
import { closeOrgs, endpointsOf, lieAbout, twoOrgs } from './every-endpoint.ts'
import type { Orgs } from './every-endpoint.ts'
import { isWhole } from '../../shared/testing/whole.ts'

let orgs: Orgs
beforeAll(async () => {
  orgs = await twoOrgs()
})
afterEach(async () => {
  // Each try makes the ledger longer: in the whole run, each endpoint has orgs of its own.
  if (!isWhole) return
  await closeOrgs(orgs)
  orgs = await twoOrgs()
})
afterAll(() => closeOrgs(orgs))

test.each(endpointsOf(1))(
  'S5 S6 S7 S9 S12: whatever is made of any field or the whole of what “%s” answers, the oracle holds',
  (endpoint, turn) => lieAbout(orgs, endpoint, turn),
)
