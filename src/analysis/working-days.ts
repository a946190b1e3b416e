import { addCalendar, daysBetween, instant, type Instant, instantOf, toDate } from '#model/time.ts'

/**
 * England's bank holidays that fall on a weekday, 2005 to 2026, a line per year. Source: the Banking and Financial
 * Dealings Act 1971 and the royal proclamations of each year, as published on GOV.UK. They hold for Wales too; Scotland
 * and Northern Ireland differ.
 */
const BANK_HOLIDAYS: readonly string[] = [
  '2005-01-03 2005-03-25 2005-03-28 2005-05-02 2005-05-30 2005-08-29 2005-12-26 2005-12-27',
  '2006-01-02 2006-04-14 2006-04-17 2006-05-01 2006-05-29 2006-08-28 2006-12-25 2006-12-26',
  '2007-01-01 2007-04-06 2007-04-09 2007-05-07 2007-05-28 2007-08-27 2007-12-25 2007-12-26',
  '2008-01-01 2008-03-21 2008-03-24 2008-05-05 2008-05-26 2008-08-25 2008-12-25 2008-12-26',
  '2009-01-01 2009-04-10 2009-04-13 2009-05-04 2009-05-25 2009-08-31 2009-12-25 2009-12-28',
  '2010-01-01 2010-04-02 2010-04-05 2010-05-03 2010-05-31 2010-08-30 2010-12-27 2010-12-28',
  '2011-01-03 2011-04-22 2011-04-25 2011-04-29 2011-05-02 2011-05-30 2011-08-29 2011-12-26 2011-12-27',
  '2012-01-02 2012-04-06 2012-04-09 2012-05-07 2012-06-04 2012-06-05 2012-08-27 2012-12-25 2012-12-26',
  '2013-01-01 2013-03-29 2013-04-01 2013-05-06 2013-05-27 2013-08-26 2013-12-25 2013-12-26',
  '2014-01-01 2014-04-18 2014-04-21 2014-05-05 2014-05-26 2014-08-25 2014-12-25 2014-12-26',
  '2015-01-01 2015-04-03 2015-04-06 2015-05-04 2015-05-25 2015-08-31 2015-12-25 2015-12-28',
  '2016-01-01 2016-03-25 2016-03-28 2016-05-02 2016-05-30 2016-08-29 2016-12-26 2016-12-27',
  '2017-01-02 2017-04-14 2017-04-17 2017-05-01 2017-05-29 2017-08-28 2017-12-25 2017-12-26',
  '2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26',
  '2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26',
  '2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28',
  '2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28',
  '2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27',
  '2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26',
  '2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26',
  '2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26',
  '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28',
]

const FIRST_YEAR = 2005
const LAST_YEAR = 2026

/** Whole days since 1970; bank holidays as such numbers, in order. */
const dayNumber = (at: Instant) => Math.floor(at / 86_400_000)
const holidays: readonly number[] = BANK_HOLIDAYS.join(' ')
  .split(' ')
  .map((iso) => {
    const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
    return dayNumber(instantOf(year, month, day))
  })

/** Whether the bank holidays of a day's year are known here; false means that counts of working days near it cannot be trusted. */
export function knowsBankHolidays(at: Instant): boolean {
  const year = Number.isFinite(at) ? toDate(at).getFullYear() : Number.NaN
  return year >= FIRST_YEAR && year <= LAST_YEAR
}

/** How many of a sorted list are at most `value`. */
function countUpTo(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** Weekdays from the Monday of 29 December 1969 up to and including a day. */
function countWeekdays(day: number): number {
  const sinceMonday = day + 3
  const weeks = Math.floor(sinceMonday / 7)
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5)
}

/**
 * Working days in England from one day to another: the days after the first, up to and including the last, that are
 * neither at a weekend nor a bank holiday. Thursday to the Monday after is 2; a day to itself 0. Never negative; Infinity
 * when an end is open. Rule: timescales in Working Together count from the day after the event.
 */
export function workingDaysBetween(from: Instant, to: Instant): number {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return to > from ? Infinity : 0
  const [a, b] = [dayNumber(from), dayNumber(to)]
  if (b <= a) return 0
  return countWeekdays(b) - countWeekdays(a) - (countUpTo(holidays, b) - countUpTo(holidays, a))
}

/** Whether a day is a working day in England. */
export function isWorkingDay(at: Instant): boolean {
  return workingDaysBetween(addCalendar(at, -1, 'day'), at) === 1
}

/** Whole months from one day to another: the number of times a month can be added before the last is passed, as a fraction beyond it. */
export function monthsBetween(from: Instant, to: Instant): number {
  if (!Number.isFinite(from) || !Number.isFinite(to)) return to > from ? Infinity : 0
  if (to <= from) return 0
  let months = Math.max(0, Math.floor(daysBetween(from, to) / 31) - 1)
  while (addCalendar(from, months + 1, 'month') <= to) months += 1
  const [start, end] = [addCalendar(from, months, 'month'), addCalendar(from, months + 1, 'month')]
  return months + daysBetween(start, instant(to)) / daysBetween(start, end)
}
