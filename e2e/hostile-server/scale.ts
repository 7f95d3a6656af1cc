/** The whole run (`npm run test:hostile`) tries everything; within `npm test` every attack is there, at fewer places. */
export const isWhole = process.env['CLOISON_HOSTILE'] === 'whole'
/** What is drawn is drawn by this: another in each whole run, which prints it; within `npm test` always the same. */
export const seed = Number(process.env['CLOISON_SEED'] ?? 2026)
