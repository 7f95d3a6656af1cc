/**
 * A list that grows at its end and is never changed otherwise: a longer one shares what the shorter one holds. So the ledger
 * can keep its state after every entry, with folders in it whose key has changed a thousand times.
 */
export class Growing<T> implements Iterable<T> {
  /** What this one and those grown from it hold; of it, the first `length` are this one's. */
  readonly #shared: T[]

  private constructor(
    readonly length: number,
    shared: T[],
  ) {
    this.#shared = shared
  }

  static of<T>(...values: T[]): Growing<T> {
    return new Growing(values.length, values)
  }

  /** The list with one more; this one stays as it is. */
  grown(value: T): Growing<T> {
    // Whoever grows a list a second time, on another branch, gets a copy.
    const shared = this.#shared.length === this.length ? this.#shared : this.#shared.slice(0, this.length)
    shared.push(value)
    return new Growing(this.length + 1, shared)
  }

  /** Undefined before the first and after the last: no index counts from the end. */
  nth(index: number): T | undefined {
    return index < this.length ? this.#shared[index] : undefined
  }

  get last(): T | undefined {
    return this.nth(this.length - 1)
  }

  *[Symbol.iterator](): Generator<T> {
    for (let i = 0; i < this.length; i++) {
      const value = this.#shared[i]
      if (value !== undefined) yield value
    }
  }
}
