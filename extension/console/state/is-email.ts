/** Whether the text looks like an e-mail address, by the same rule as the worker's request schema. */
export const isEmail = (typed: string): boolean =>
  /^[^\s@\p{Cc}\p{Surrogate}]+@[^\s@\p{Cc}\p{Surrogate}]+$/u.test(typed)
