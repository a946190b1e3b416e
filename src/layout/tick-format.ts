const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

function time(at: Date): string {
  const hour = at.getUTCHours()
  const minute = at.getUTCMinutes()
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}`
  return `${clock}${hour < 12 ? 'am' : 'pm'}`
}

const month = (at: Date) => MONTHS[at.getUTCMonth()] ?? ''

/** Words on the axis, from the wall clock. Tiny and hot, hence not date-fns. */
export const utcFormat = {
  time,
  weekday: (at: Date) => `${DAYS[at.getUTCDay()] ?? ''} ${at.getUTCDate()} ${month(at)}`,
  day: (at: Date) => `${at.getUTCDate()} ${month(at)}`,
  month,
  monthYear: (at: Date) => `${month(at)} ${at.getUTCFullYear()}`,
  year: (at: Date) => String(at.getUTCFullYear()),
}
