import { formatCount } from '#model/words.ts'
import type { Problem } from '#model/problem.ts'
import { CaseError } from '#store/cases.ts'

/** Every problem of a file: where it is, what was found there and what was expected. */
function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <table className="problems" aria-label="Problems in the file">
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">Found</th>
          <th scope="col">Expected</th>
        </tr>
      </thead>
      <tbody>
        {problems.map((problem, place) => (
          <tr key={`${problem.path} ${place}`}>
            <td>
              <code>{problem.path}</code>
            </td>
            <td>{problem.found}</td>
            <td>{problem.expected}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface TroubleProps {
  readonly error: Error
  /** The level of its heading: 1 where it is all there is on the page. */
  readonly level?: 1 | 2
}

/** Why something cannot be shown, in a sentence, with every problem there is. */
export function Trouble({ error, level = 2 }: TroubleProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  const problems = error instanceof CaseError ? error.problems : []
  return (
    <div role="alert" className="trouble">
      <Heading>{error instanceof CaseError ? error.title : 'Something in this page went wrong.'}</Heading>
      {!(error instanceof CaseError) && <p>{error.message}</p>}
      {problems.length > 0 && (
        <>
          <p>
            {formatCount(problems.length, 'problem')} found. Each line says where in the file it is, what stands there
            and what was expected. Nothing else has changed: the library and any open case are as they were.
          </p>
          <ProblemList problems={problems} />
        </>
      )}
    </div>
  )
}
