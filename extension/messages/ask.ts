import { Failure } from '../../shared/bytes/failure.ts'
import { browser } from '../browser.ts'
import type { Answer, FailureData, Input, Reply, RequestName } from './contract.ts'

/** A request that the worker refused, with what belongs to the code (tries left, the other version of an item). */
export class AskFailure extends Failure {
  constructor(
    code: string,
    readonly data: FailureData,
  ) {
    super(code)
  }
}

/**
 * Asks the worker, which wakes if it slept.
 * @throws AskFailure with a stable code; `worker-gone` when there was no answer at all.
 */
export async function ask<N extends RequestName>(name: N, input: Input<N>): Promise<Reply<N>> {
  const answer = await browser.runtime
    .sendMessage<unknown, Answer<Reply<N>> | undefined>({ name, input })
    .catch(() => undefined)
  if (answer === undefined) throw new AskFailure('worker-gone', {})
  if (!answer.ok) throw new AskFailure(answer.code, answer.data)
  return answer.value
}
