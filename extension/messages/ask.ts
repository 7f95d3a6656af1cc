import { Failure } from '../../shared/bytes/failure.ts'
import { browser } from '../browser.ts'
import type { Answer, FailureData, Input, Reply, RequestName } from './contract.ts'

/** A request that the worker refused, with its code and the data that belongs to it (such as the tries left). */
export class AskFailure extends Failure {
  constructor(
    code: string,
    readonly data: FailureData,
  ) {
    super(code)
  }
}

/**
 * Sends a request to the worker, which the browser starts if need be, and returns the reply.
 * @throws AskFailure with a stable code; `worker-gone` where no answer came
 */
export async function ask<N extends RequestName>(name: N, input: Input<N>): Promise<Reply<N>> {
  const answer = await browser.runtime
    .sendMessage<unknown, Answer<Reply<N>> | undefined>({ name, input })
    .catch(() => undefined)
  if (answer === undefined) throw new AskFailure('worker-gone', {})
  if (!answer.ok) throw new AskFailure(answer.code, answer.data)
  return answer.value
}
