import type { CaseEvent } from '#model/case.ts'
import { EventLink } from './ItemLink.tsx'

/** A crowd of events that the chart draws as one. */
export interface Cluster {
  readonly title: string
  readonly events: readonly CaseEvent[]
}

/** The events of a crowd, each leading to its details. */
export function ClusterList({ cluster }: { readonly cluster: Cluster }) {
  return (
    <div className="details">
      <h2>{cluster.title}</h2>
      {cluster.events.map((event) => (
        <EventLink key={event.id} event={event} />
      ))}
    </div>
  )
}
