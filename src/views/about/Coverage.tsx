import { useMemo } from 'react'
import { findCoverage, type Place } from '#analysis/coverage.ts'
import type { Case } from '#model/case.ts'
import { formatCount } from '#model/words.ts'
import { FindingLink } from '#views/details/ItemLink.tsx'
import { EventReferences } from './EventReferences.tsx'

const CARRIES: Readonly<Record<Place['carries'], string>> = {
  narrative: 'narrative',
  findings: 'findings',
  recommendations: 'recommendations',
  method: 'method',
}

function PlaceRow({ of, place }: { readonly of: Case; readonly place: Place }) {
  const findings = place.findings.flatMap((id) => of.findingById.get(id) ?? [])
  const marks = place.events.length + place.findings.length
  return (
    <tr>
      <th scope="row">
        {place.ref}
        {place.title ? <span className="soft"> {place.title}</span> : ''}
      </th>
      <td>{CARRIES[place.carries]}</td>
      <td>
        {marks === 0 &&
          (place.others > 0
            ? 'cited, but not by a mark'
            : place.carries === 'method'
              ? 'not needed'
              : 'not represented')}
        <EventReferences of={of} ids={place.events} />
        {findings.map((finding) => (
          <FindingLink key={finding.id} finding={finding} page="timeline" />
        ))}
      </td>
    </tr>
  )
}

/** Which numbered places of the report are represented, both ways: each place with its marks, and the places that have none. */
export function Coverage({ of }: { readonly of: Case }) {
  const { places, missing } = useMemo(() => findCoverage(of), [of])
  const due = places.filter(({ carries }) => carries !== 'method').length
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">Coverage of the report</h2>
      <p>
        {due - missing.length} of {formatCount(due, 'place')} that carry narrative, findings or recommendations are
        represented.
        {missing.length > 0 ? ` Not represented: ${missing.map(({ ref }) => ref).join(', ')}.` : ''}
      </p>
      <details>
        <summary>Every place and what stands on it</summary>
        <table className="coverage">
          <thead>
            <tr>
              <th scope="col">Place</th>
              <th scope="col">Carries</th>
              <th scope="col">On the chart</th>
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <PlaceRow key={place.ref} of={of} place={place} />
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
