/** `npm run test:whole` tries every case of a matrix; within `npm test` each kind of case is there, at fewer places. */
export const isWhole = process.env['CLOISON_WHOLE'] === 'yes'
/** What is drawn is drawn by this: another in each whole run, which prints it; within `npm test` always the same. */
export const seed = Number(process.env['CLOISON_SEED'] ?? 2026)
