import { type Moment, type Parsed, parseEdtf } from './edtf.ts'

/** Dates as people in Britain type them: the day first, months by name or number, a month or a year alone. */

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const SEASONS: Readonly<Record<string, string>> = { spring: '21', summer: '22', autumn: '23', winter: '24' }
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+/
const READABLE = 'a day, a month or a year, such as 25/11/2013, November 2013 or 2013'
const DAY_FIRST = 'the day first, then the month, such as 25/11/2013'

/** The number of a month by its name or the beginning of it; undefined for any other word. */
function monthOf(word: string): string | undefined {
  const place = word.length < 3 ? -1 : MONTHS.findIndex((name) => name.startsWith(word === 'sept' ? 'sep' : word))
  return place === -1 ? undefined : String(place + 1)
}

/** Two digits are of this century: reviews are not older. */
const yearOf = (text: string) => (text.length === 2 ? `20${text}` : text)

function edtfOf(year: string, month?: string, day?: string): string {
  return [yearOf(year), ...[month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]))].join(
    '-',
  )
}

function readNumbers(text: string): string | undefined {
  const dayFirst = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(text)
  if (dayFirst?.[3]) return edtfOf(dayFirst[3], dayFirst[2], dayFirst[1])
  const yearFirst = /^(\d{4})(?:[./-](\d{1,2})(?:[./-](\d{1,2}))?)?$/.exec(text)
  if (yearFirst?.[1]) return edtfOf(yearFirst[1], yearFirst[2], yearFirst[3])
  const monthFirst = /^(\d{1,2})[./-](\d{4})$/.exec(text)
  return monthFirst?.[2] && edtfOf(monthFirst[2], monthFirst[1])
}

function readWords(text: string): string | undefined {
  const parts =
    /^(?:(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -])?(?<month>[a-z]+)[ -](?:(?<after>\d{1,2})(?:st|nd|rd|th)?[ -])?(?<year>\d{4}|\d{2})$/.exec(
      text,
    )?.groups
  const { month: word, year, day, after } = parts ?? {}
  if (word === undefined || year === undefined || (day !== undefined && after !== undefined)) return undefined
  const season = SEASONS[word]
  const month = season ?? monthOf(word)
  const ofMonth = day ?? after
  return month === undefined || (season !== undefined && ofMonth !== undefined)
    ? undefined
    : edtfOf(year, month, ofMonth)
}

/** A date as it was typed, or what could have been typed in its place, as a phrase. */
export function readTypedDate(typed: string): Parsed<Moment> {
  const text = typed.trim().toLowerCase().replaceAll(',', ' ').replaceAll(/\s+/g, ' ').replace(WEEKDAY, '')
  const numbers = readNumbers(text)
  if (Number(numbers?.split('-')[1] ?? 1) > 12) return { ok: false, expected: DAY_FIRST }
  const edtf = numbers ?? readWords(text)
  const read = edtf === undefined ? undefined : parseEdtf(edtf)
  if (!read) return { ok: false, expected: READABLE }
  if (!read.ok) return read
  return read.value.kind === 'moment' ? { ok: true, value: read.value } : { ok: false, expected: READABLE }
}
