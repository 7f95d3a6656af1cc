import { isWhole } from '../shared/testing/whole.ts'

/** Marks a journey that is one more case of a kind of which `npm test` runs others: it runs in `npm run test:whole` alone. */
export const onlyWhole = { tag: '@whole' }

/** Marks the cases of a matrix: `npm test` runs the first of each `every` cases, the whole run all of them. */
export const oneIn = (every: number, at: number) => (at % every === 0 ? {} : onlyWhole)

/** The journeys that this run leaves out, by their mark. */
export const leftOut = isWhole ? [] : [/@whole/]
