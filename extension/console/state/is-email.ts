/** Whether it looks like a whole e-mail address: as strict as the door to the worker, no stricter. */
export const isEmail = (typed: string): boolean =>
  /^[^\s@\p{Cc}\p{Surrogate}]+@[^\s@\p{Cc}\p{Surrogate}]+$/u.test(typed)
