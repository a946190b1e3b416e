import type { RibbonCell } from '#layout/lanes.ts'
import type { Touched } from '#layout/touch.ts'
import type { Focus } from '#layout/walk.ts'

/** What is chosen, pointed at or left out, by id; and what to call each thing. Looked up while drawing, never placed. */
export interface Standing {
  readonly focus: Focus | undefined
  readonly selectedEvent: string | undefined
  readonly selectedFinding: string | undefined
  readonly evidence: ReadonlySet<string>
  readonly passingEvents: ReadonlySet<string>
  readonly passingFindings: ReadonlySet<string>
  readonly shownAgencies: ReadonlySet<string>
}

export interface Names {
  readonly ofMark: (eventId: string, agencyId: string) => string
  readonly ofFinding: (findingId: string) => string
  readonly ofSpine: (eventId: string) => string
  readonly ofCell: (agencyId: string, cell: RibbonCell) => string
}

export interface Actions {
  readonly choose: (eventId: string, agencyId: string) => void
  readonly chooseFinding: (findingId: string) => void
  /** Opens the list of a ribbon's events between two moments. */
  readonly openCell: (agencyId: string, cell: RibbonCell) => void
  /** Opens the list of what lies under a finger. */
  readonly openTouched: (touched: readonly Touched[]) => void
  /** Opens what arranges a lane; left out where lanes stay as they are. */
  readonly arrangeLane?: (agencyId: string) => void
}
