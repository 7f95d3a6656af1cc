/** The whole run (`npm run test:hostile`) tries everything; within `npm test` every attack is there, at fewer places. */
export const isWhole = process.env['CLOISON_HOSTILE'] === 'whole'
