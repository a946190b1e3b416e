import { useState } from 'react'
import { formatLapse } from '#analysis/certainty.ts'
import { type Cell, type FactRow, type Matrix, sortByLag } from '#analysis/knowledge/matrix.ts'
import type { Agency, Case } from '#model/case.ts'
import { HOW_NAME } from '#model/vocabulary.ts'
import { formatCount, formatWhen } from '#model/words.ts'
import { PathBar, PathKeys } from './PathBar.tsx'
import { pathKey, useFactPath } from './useFactPath.ts'

const SIGN: Readonly<Record<Cell['state'], string>> = {
  knew: '●',
  'in-part': '◐',
  'told-otherwise': '✕',
  'in-the-room': '◇',
  never: '○',
  'not-needed': '',
}

/** What a cell says: its first line, and what stands under it. */
function wordsOf(cell: Cell): { readonly first: string; readonly under: readonly string[] } {
  switch (cell.state) {
    case 'knew':
    case 'in-part':
    case 'told-otherwise': {
      const extent = cell.state === 'knew' ? [] : [cell.state === 'in-part' ? 'in part' : 'told otherwise']
      const lag = cell.lapse ? `${formatLapse(cell.lapse)} after the first` : 'first, or no later than the first'
      return { first: formatWhen(cell.since, 'short'), under: [...extent, HOW_NAME[cell.how], lag] }
    }
    case 'in-the-room':
      return { first: 'in the room', under: ['not recorded as told'] }
    case 'never':
      return { first: 'never', under: ['needed it; no record that it knew'] }
    case 'not-needed':
      return { first: 'not needed', under: [] }
    default:
      return cell satisfies never
  }
}

interface CellProps {
  readonly agency: Agency
  readonly cell: Cell
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function MatrixCell({ agency, cell, isChosen, onChoose }: CellProps) {
  const { first, under } = wordsOf(cell)
  if (cell.state === 'not-needed') return <td className="matrix-cell not-needed">{first}</td>
  return (
    <td className={`matrix-cell ${cell.state} family-${agency.family}`}>
      <button
        type="button"
        aria-pressed={isChosen}
        aria-keyshortcuts={isChosen ? 'ArrowLeft ArrowRight Escape' : undefined}
        onClick={onChoose}
      >
        <span className="matrix-first">
          <span aria-hidden="true" className="matrix-sign">
            {SIGN[cell.state]}
          </span>
          {first}
        </span>
        {under.map((words) => (
          <span key={words} className="matrix-then">
            {words}
          </span>
        ))}
      </button>
    </td>
  )
}

function lagWords({ longestLag, fact }: FactRow): string {
  if (fact.neededBy.length === 0) return 'nobody named as needing it'
  return Number.isFinite(longestLag) ? formatCount(longestLag, 'day') : 'never reached all'
}

interface Props {
  readonly of: Case
  /** Undefined until it has been read. */
  readonly matrix: Matrix | undefined
}

/** Facts by agencies: who learned what when, how, and how long after the first. */
export function MatrixTable({ of, matrix }: Props) {
  const [isByLag, setByLag] = useState(false)
  const way = useFactPath(of, matrix)
  if (!matrix) return <p className="matrix-waiting">Who knew what is still being read.</p>
  if (matrix.rows.length === 0) return <p>This case has no facts whose spread can be followed.</p>
  const { agencies, rows } = isByLag ? sortByLag(matrix) : matrix
  return (
    <PathKeys way={way}>
      <PathBar of={of} way={way} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it */}
      <div className="matrix-scroll" tabIndex={0} role="region" aria-label="Who knew what, scrolling">
        <table className="matrix" aria-label={`Who knew what: ${of.title}`}>
          <thead>
            <tr>
              <th scope="col">Fact</th>
              <th scope="col" aria-sort={isByLag ? 'descending' : 'none'}>
                <button type="button" onClick={() => setByLag(!isByLag)}>
                  Longest lag <span aria-hidden="true">{isByLag ? '↓' : '↕'}</span>
                </button>
              </th>
              {agencies.map(({ id, name, family }) => (
                <th key={id} scope="col">
                  <span className={`agency-name family-${family}`}>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.fact.id}>
                <th scope="row">{row.fact.title}</th>
                <td className="matrix-lag">{lagWords(row)}</td>
                {agencies.map((agency) => {
                  const key = pathKey(row.fact.id, agency.id)
                  return (
                    <MatrixCell
                      key={key}
                      agency={agency}
                      cell={row.cells.get(agency.id) ?? { state: 'not-needed' }}
                      isChosen={way.followed?.key === key}
                      onChoose={() => way.begin(row.fact.id, agency.id)}
                    />
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </PathKeys>
  )
}
