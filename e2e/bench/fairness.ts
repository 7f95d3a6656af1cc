import { receiveKeysFrom, sealTo } from '../../shared/crypto/hpke.ts'
import { randomBytes } from '../../shared/crypto/random.ts'
import { signerFrom } from '../../shared/crypto/sign.ts'
import { verifier } from '../../shared/crypto/verify.ts'

const TIMES = 200

/** What this machine needs, in this run, for one seal and one signature, one after another: times mean little without. */
export async function fairness(): Promise<{ seal: number; verify: number }> {
  const { publicKey } = await receiveKeysFrom(randomBytes(32))
  const [info, message] = [randomBytes(100), randomBytes(32)]
  const signer = await signerFrom(randomBytes(32))
  const signature = await signer.sign(message)
  const verify = verifier()
  return {
    seal: await each(() => sealTo(publicKey, info, message)),
    verify: await each(() => verify(signer.publicKey, message, signature)),
  }
}

async function each(work: () => Promise<unknown>): Promise<number> {
  for (let i = 0; i < TIMES; i++) await work()
  const start = performance.now()
  for (let i = 0; i < TIMES; i++) await work()
  return (performance.now() - start) / TIMES
}
