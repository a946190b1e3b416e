import { PAPERS, type PaperKind } from '#layout/paper-sheets.ts'
import { MOST_TILES } from '#layout/paper-wall.ts'
import { formatCount } from '#model/words.ts'
import type { PaperChoice } from './usePaper.ts'

const PAPER_NAME: Readonly<Record<PaperKind, string>> = {
  'a4-landscape': 'A4 landscape',
  'a4-portrait': 'A4 portrait',
  'a3-landscape': 'A3 landscape',
  wall: 'Wall of A4 sheets',
}
const INK_NAME: Readonly<Record<PaperChoice['ink'], string>> = { colour: 'Colour', grey: 'Greyscale' }
const WHAT_NAME: Readonly<Record<PaperChoice['what'], string>> = { view: 'This view', whole: 'Whole case' }

interface Props {
  readonly choice: PaperChoice
  readonly pageCount: number
  readonly onChoose: (part: Partial<PaperChoice>) => void
}

function Radios<T extends string>({
  name,
  names,
  values,
  value,
  onChoose,
}: {
  readonly name: string
  readonly names: Readonly<Record<T, string>>
  readonly values: readonly T[]
  readonly value: T
  readonly onChoose: (value: T) => void
}) {
  return (
    <fieldset>
      <legend>{name}</legend>
      {values.map((one) => (
        <label key={one}>
          <input type="radio" name={`print-${name}`} checked={value === one} onChange={() => onChoose(one)} />
          {names[one]}
        </label>
      ))}
    </fieldset>
  )
}

function Count({
  name,
  value,
  most,
  onChange,
}: {
  readonly name: string
  readonly value: number
  readonly most: number
  readonly onChange: (value: number) => void
}) {
  return (
    <label>
      {name}
      <select value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {Array.from({ length: most }, (_, place) => (
          <option key={place + 1}>{place + 1}</option>
        ))}
      </select>
    </label>
  )
}

/** What to print on what; not printed itself. */
export function PaperForm({ choice, pageCount, onChoose }: Props) {
  const { kind, wall, ink, what } = choice
  return (
    <form className="paper-form" aria-label="Print" onSubmit={(event) => event.preventDefault()}>
      <Radios
        name="Paper"
        names={PAPER_NAME}
        values={PAPERS}
        value={kind}
        onChoose={(one) => onChoose({ kind: one })}
      />
      {kind === 'wall' && (
        <fieldset>
          <legend>Sheets</legend>
          <Count
            name="Across"
            value={wall.columns}
            most={MOST_TILES.columns}
            onChange={(columns) => onChoose({ wall: { ...wall, columns } })}
          />
          <Count
            name="Down"
            value={wall.rows}
            most={MOST_TILES.rows}
            onChange={(rows) => onChoose({ wall: { ...wall, rows } })}
          />
        </fieldset>
      )}
      <Radios
        name="Ink"
        names={INK_NAME}
        values={['colour', 'grey'] as const}
        value={ink}
        onChoose={(one) => onChoose({ ink: one })}
      />
      <Radios
        name="What"
        names={WHAT_NAME}
        values={['view', 'whole'] as const}
        value={what}
        onChoose={(one) => onChoose({ what: one })}
      />
      <p className="paper-go">
        <button type="button" className="primary" onClick={() => window.print()}>
          Print or save as PDF
        </button>
        <span role="status">{formatCount(pageCount, 'page')}</span>
      </p>
    </form>
  )
}
