/** A table of handlers that grows one part at a time. A message that two parts answer is a type error where the second is added. */
export class HandlerTable<Names extends object> {
  constructor(readonly handlers: Names) {}

  /** Returns the table with the handlers of `part` added. */
  with<Part extends object>(part: Part & Record<keyof Names & keyof Part, never>): HandlerTable<Names & Part> {
    return new HandlerTable({ ...this.handlers, ...part })
  }
}
