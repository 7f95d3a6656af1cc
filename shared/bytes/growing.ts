/**
 * A list that grows at its end and is never changed otherwise: a longer one shares what the shorter one holds. So the ledger
 * can keep its state after every entry, with folders in it whose key has changed a thousand times.
 */
export class Growing<T> implements Iterable<T> {
  readonly #values: T[]

  /** Of `values`, which those grown from this one go on with, the first `length` are this one's. */
  private constructor(
    readonly length: number,
    values: T[],
  ) {
    this.#values = values
  }

  static of<T>(...values: T[]): Growing<T> {
    return new Growing(values.length, values)
  }

  /** The list with one more; this one stays as it is. */
  grown(value: T): Growing<T> {
    // Whoever grows a list a second time, on another branch, gets a copy.
    const values = this.#values.length === this.length ? this.#values : this.#values.slice(0, this.length)
    values.push(value)
    return new Growing(this.length + 1, values)
  }

  /** The same for lists of which one is the beginning of the other, without a copy between them: to remember something of both by. */
  get shared(): object {
    return this.#values
  }

  /** Undefined before the first and after the last: no index counts from the end. */
  nth(index: number): T | undefined {
    return index < this.length ? this.#values[index] : undefined
  }

  get last(): T | undefined {
    return this.nth(this.length - 1)
  }

  *[Symbol.iterator](): Generator<T> {
    for (let i = 0; i < this.length; i++) {
      const value = this.#values[i]
      if (value !== undefined) yield value
    }
  }
}
