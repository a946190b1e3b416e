import { memo, useMemo } from 'react'
import type { Days } from '#analysis/certainty.ts'
import {
  DEFAULT_THRESHOLDS,
  isFromMemory,
  THRESHOLD_SOURCE,
  type Thresholds as Limits,
} from '#analysis/rules/thresholds.ts'
import {
  binLengths,
  keyOfSetting,
  listChanged,
  listSettings,
  nameSetting,
  type Setting,
  unitOf,
  valueOf,
  withValue,
} from '#analysis/rules/tuning.ts'
import type { Case } from '#model/case.ts'
import type { Instant } from '#model/time.ts'
import { formatCount } from '#model/words.ts'
import { useLengths } from '#store/rules.ts'

const BINS = 30
const WIDTH = 300
const HEIGHT = 28

interface HistogramProps {
  readonly lengths: readonly Days[]
  readonly most: number
  readonly value: number
}

/** How many lengths of the case fall where, with the threshold as a line; the words beside it say the same. */
const Histogram = memo(function Histogram({ lengths, most, value }: HistogramProps) {
  const counts = useMemo(() => binLengths(lengths, most, BINS), [lengths, most])
  const tallest = Math.max(1, ...counts)
  const at = Math.min(1, value / most) * WIDTH
  return (
    <svg className="histogram" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {counts.map((count, bin) => {
        const x = (bin / BINS) * WIDTH
        const heightPx = (count / tallest) * (HEIGHT - 2)
        return (
          <rect
            key={x}
            className={x >= at ? 'longer' : ''}
            x={x + 0.5}
            y={HEIGHT - heightPx}
            width={WIDTH / BINS - 1}
            height={heightPx}
          />
        )
      })}
      <path className="histogram-limit" d={`M${at} 0V${HEIGHT}`} />
    </svg>
  )
})

interface FieldProps {
  readonly setting: Setting
  readonly limits: Limits
  readonly lengths: readonly Days[] | undefined
  /** Whether lengths are still being looked for. */
  readonly isLooking: boolean
  readonly onChange: (limits: Limits) => void
}

/** How many lengths the number meets, in a sentence with a space after it; nothing for a number that no length is compared with. */
function lengthWords({ setting, lengths, isLooking }: FieldProps, longer: number): string {
  if (lengths) return `${formatCount(lengths.length, 'length')} in this case, ${longer} longer or perhaps longer. `
  if (unitOf(setting) !== 'days' || setting.name === 'aroundMeeting') return ''
  return isLooking ? 'Lengths in this case are being counted. ' : 'No such length in this case. '
}

function Field(props: FieldProps) {
  const { setting, limits, lengths, onChange } = props
  const value = valueOf(limits, setting)
  const name = nameSetting(setting)
  const unit = unitOf(setting)
  const longer = lengths?.filter(({ most }) => most > value).length ?? 0
  const set = (text: string) => {
    const number = Number(text)
    if (text !== '' && Number.isInteger(number) && number >= 0) onChange(withValue(limits, setting, number))
  }
  const preset = valueOf(DEFAULT_THRESHOLDS, setting)
  return (
    <fieldset className="threshold">
      <legend>{name}</legend>
      <div className="threshold-inputs">
        <div className="threshold-slider">
          {lengths && <Histogram lengths={lengths} most={setting.most} value={value} />}
          <input
            type="range"
            aria-label={name}
            aria-valuetext={formatCount(value, unit === 'days' ? 'day' : 'time')}
            min={0}
            max={setting.most}
            value={Math.min(value, setting.most)}
            onChange={(event) => set(event.target.value)}
          />
        </div>
        <input
          type="number"
          aria-label={`${name}, in ${unit}`}
          min={0}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
        <span className="soft">{unit}</span>
      </div>
      <p className="soft">
        {lengthWords(props, longer)}
        Default {preset}. {THRESHOLD_SOURCE[setting.name]}
        {isFromMemory(setting.name, setting.family) && ' Unconfirmed: no source has been found for it yet.'}
      </p>
    </fieldset>
  )
}

interface Props {
  readonly of: Case
  /** The first moment after the last day that is looked at; undefined for the whole case. */
  readonly day: Instant | undefined
  readonly limits: Limits
  readonly onChange: (limits: Limits) => void
}

/** Every number the rules compare with, each with the lengths it meets in this case. Folded, and computed only when opened. */
export function Thresholds({ of, day, limits, onChange }: Props) {
  const settings = useMemo(() => listSettings(of), [of])
  const { data: compared, isFetching } = useLengths(of, day)
  const changed = listChanged(of, limits)
  return (
    <div className="thresholds">
      <p className="soft">
        Defaults come from guidance, not from any case. Bars show the lengths in this case that the number is compared
        with; the last bar holds longer ones.
      </p>
      <button
        type="button"
        className="plain-action"
        disabled={changed.length === 0}
        onClick={() => onChange(DEFAULT_THRESHOLDS)}
      >
        All to their defaults
      </button>
      {settings.map((setting) => (
        <Field
          key={keyOfSetting(setting)}
          setting={setting}
          limits={limits}
          lengths={compared?.get(keyOfSetting(setting))}
          isLooking={isFetching}
          onChange={onChange}
        />
      ))}
    </div>
  )
}
