import { Problem } from '../store/problem.ts'

/** Only a database that hangs keeps an answer back for longer than this (ms). */
export const usualPatience = 20_000

/**
 * The result of work, or `database-down` once patience (ms) is over: so nobody waits for a database that neither answers nor
 * breaks off. The work goes on, and may still land, as where an answer is lost on its way.
 */
export async function within<T>(patience: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Problem('database-down', 'The database does not answer.', { retryAfter: 2 }))
    }, patience)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
