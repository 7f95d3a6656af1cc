/** What spreadsheets take for a formula when a cell begins with it; some read the wide signs of East Asian keyboards the same way. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/**
 * Returns a table as CSV (RFC 4180) with a mark of UTF-8, so that spreadsheets read its letters. A cell that a spreadsheet would run as a
 * formula gets an apostrophe in front.
 */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
