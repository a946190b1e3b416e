import type { CaseEvent, Finding } from '#model/case.ts'
import { EventLink, FindingLink } from './ItemLink.tsx'

/** What the chart draws as one, or too close together for a finger. */
export interface Cluster {
  readonly title: string
  readonly events: readonly CaseEvent[]
  readonly findings: readonly Finding[]
}

/** What lies together in the chart, each leading to its details. */
export function ClusterList({ cluster }: { readonly cluster: Cluster }) {
  return (
    <div className="details">
      <h2>{cluster.title}</h2>
      <ul className="item-links">
        {cluster.findings.map((finding) => (
          <li key={finding.id}>
            <FindingLink finding={finding} />
          </li>
        ))}
        {cluster.events.map((event) => (
          <li key={event.id}>
            <EventLink event={event} />
          </li>
        ))}
      </ul>
    </div>
  )
}
