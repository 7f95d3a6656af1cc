/** What went wrong, as a stable code for machines; the message carries ids and sizes, never contents. */
export class Failure extends Error {
  override readonly name = 'Failure'

  /** @param code stable, kebab-case, part of the contract. @param message for logs: ids only. */
  constructor(
    readonly code: string,
    message: string = code,
  ) {
    super(message)
  }
}
