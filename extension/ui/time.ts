import { language, type Language } from '../words/language.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** English dates read day first, as on the desks of Europe. */
const LOCALES = { en: 'en-GB', fr: 'fr-FR' } as const

/** How to read a time: by default in the screen's language and the reader's zone. */
export interface Reading {
  readonly language?: Language
  readonly zone?: string
}

/** Kept, since making one takes a millisecond and a list shows hundreds of dates. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const found = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, found)
  return found
}

function format(time: number, options: Intl.DateTimeFormatOptions, { language: of, zone }: Reading): string {
  const said = formatIn(LOCALES[of ?? language.value], { ...options, timeZone: zone }).format(time)
  // The first of a month is an ordinal in French, and Intl does not know it.
  return (of ?? language.value) === 'fr' ? said.replace(/(?<!\d)1(?=\s\p{L})/u, '1er') : said
}

/** A day: "31 March 2027", "31 mars 2027". `time` is ms since 1970, UTC, here and below. */
export function dayOf(time: number, reading: Reading = {}): string {
  return format(time, { day: 'numeric', month: 'long', year: 'numeric' }, reading)
}

/** A day in a row: "31 Mar", with the year when that is not `now`'s. */
export function shortDayOf(time: number, now: number, reading: Reading = {}): string {
  const year = (of: number) => format(of, { year: 'numeric' }, reading)
  const far: Intl.DateTimeFormatOptions = year(time) === year(now) ? {} : { year: 'numeric' }
  return format(time, { day: 'numeric', month: 'short', ...far }, reading)
}

/** A day with its weekday, for the head of a day's rows: "Wednesday 31 March 2027". */
export function longDayOf(time: number, reading: Reading = {}): string {
  const text = format(time, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, reading)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The clock, in 24 hours: "14:05". */
export function clockOf(time: number, reading: Reading = {}): string {
  return format(time, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, reading)
}

/** Day and clock with the zone's name, for a tooltip: nobody has to guess. */
export function momentOf(time: number, reading: Reading = {}): string {
  const clock = {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  } as const
  return `${dayOf(time, reading)}, ${format(time, clock, reading)}`
}

/** How long ago, or in how long: "3 minutes ago", "hier", "in 2 days"; a day's name beyond a month. */
export function relativeTo(time: number, now: number, reading: Reading = {}): string {
  const gap = time - now
  const far = Math.abs(gap)
  const words = new Intl.RelativeTimeFormat(reading.language ?? language.value, { numeric: 'auto' })
  if (far < MINUTE) return words.format(0, 'second')
  if (far < HOUR) return words.format(Math.trunc(gap / MINUTE), 'minute')
  if (far < DAY) return words.format(Math.trunc(gap / HOUR), 'hour')
  if (far < 30 * DAY) return words.format(Math.round(gap / DAY), 'day')
  return dayOf(time, reading)
}
