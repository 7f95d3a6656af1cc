import Papa from 'papaparse'
import type { ImportProblem } from './imported.ts'

/** A row of a table, with the line in the file on which it begins. */
export type Row = { line: number; cells: string[] }

/** Returns the rows of a table with any of the usual separators, and what is wrong with its quotes. Rows without anything are left out. */
export function readRows(text: string): { rows: Row[]; problems: ImportProblem[] } {
  const rows: Row[] = []
  const problems: ImportProblem[] = []
  let line = 1
  let seen = 0
  Papa.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t', '|'],
    step({ data, errors, meta }) {
      if (errors.some(({ type }) => type === 'Quotes'))
        problems.push({ at: line, name: '', code: 'row-quotes', what: '' })
      if (data.some((cell) => cell.trim() !== '')) rows.push({ line, cells: data })
      line += countBreaks(text, seen, meta.cursor)
      seen = meta.cursor
    },
  })
  return { rows, problems }
}

/** Returns how many lines end within a part of the text, however they end. */
function countBreaks(text: string, from: number, to: number): number {
  let breaks = 0
  for (let at = from; at < to; at += 1) {
    const letter = text[at]
    if (letter === '\n' || (letter === '\r' && text[at + 1] !== '\n')) breaks += 1
  }
  return breaks
}
