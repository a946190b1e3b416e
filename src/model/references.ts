import { readDate } from './case.ts'
import { formatPath, type Problem } from './problem.ts'
import type { CaseFile } from './schema.ts'
import { outcomesFor, rolesFor } from './vocabulary.ts'

/** What the shape of a case file cannot say: ids are unique and exist, roles and outcomes fit, places are listed. */

type Key = string | number
type Path = readonly Key[]
type Report = (path: Path, found: string, expected: string) => void

interface Known {
  readonly agencies: ReadonlySet<string>
  readonly people: ReadonlySet<string>
  readonly events: ReadonlySet<string>
  readonly findings: ReadonlySet<string>
  readonly places: ReadonlySet<string>
}

function checkUnique(list: readonly { readonly id: string }[], path: Path, report: Report): void {
  const first = new Map<string, number>()
  list.forEach(({ id }, place) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, place)
    else report([...path, place, 'id'], `"${id}" again`, `an id of its own (${formatPath([...path, before])} has it)`)
  })
}

function checkNamed(
  names: readonly string[] | undefined,
  all: ReadonlySet<string>,
  what: string,
  path: Path,
  report: Report,
): void {
  names?.forEach((name, place) => {
    if (!all.has(name)) report([...path, place], `"${name}"`, `the id of ${what} in this case`)
  })
}

function checkOne(name: string | undefined, all: ReadonlySet<string>, what: string, path: Path, report: Report): void {
  if (name !== undefined && !all.has(name)) report(path, `"${name}"`, `the id of ${what} in this case`)
}

function checkSource(source: readonly string[], known: Known, path: Path, report: Report): void {
  source.forEach((ref, place) => {
    if (!known.places.has(ref)) report([...path, 'source', place], `"${ref}"`, 'a place listed in "sections"')
  })
}

function checkKnown(list: CaseFile['facts'][number]['known'], known: Known, path: Path, report: Report): void {
  list.forEach((one, place) => {
    const at = [...path, place]
    checkOne(one.agency, known.agencies, 'an agency', [...at, 'agency'], report)
    checkOne(one.event, known.events, 'an event', [...at, 'event'], report)
    checkSource(one.source, known, at, report)
  })
}

function checkEvent(event: CaseFile['events'][number], known: Known, path: Path, report: Report): void {
  const roles = rolesFor(event.type)
  const seen = new Set<string>()
  event.agencies.forEach((part, place) => {
    const at = [...path, 'agencies', place]
    checkOne(part.id, known.agencies, 'an agency', [...at, 'id'], report)
    if (seen.has(part.id)) report([...at, 'id'], `"${part.id}" again`, 'each agency once in an event')
    seen.add(part.id)
    if (!roles.includes(part.role))
      report(
        [...at, 'role'],
        `"${part.role}"`,
        `a role that fits an event of type "${event.type}": ${roles.join(', ')}`,
      )
  })
  const outcomes = outcomesFor(event.type)
  if (event.outcome !== undefined && !outcomes.includes(event.outcome))
    report(
      [...path, 'outcome'],
      `"${event.outcome}"`,
      outcomes.length === 0
        ? `no outcome for an event of type "${event.type}"`
        : `an outcome that fits an event of type "${event.type}": ${outcomes.join(', ')}`,
    )
  checkNamed(event.people, known.people, 'a person', [...path, 'people'], report)
  checkNamed(event.child?.who, known.people, 'a person', [...path, 'child', 'who'], report)
  checkOne(event.after, known.events, 'an event', [...path, 'after'], report)
  event.links?.forEach((link, place) => {
    checkOne(link.event, known.events, 'an event', [...path, 'links', place, 'event'], report)
    if (link.event === event.id) report([...path, 'links', place, 'event'], 'the event itself', 'another event')
  })
  event.actions?.forEach((action, place) => {
    const at = [...path, 'actions', place]
    checkNamed(action.agencies, known.agencies, 'an agency', [...at, 'agencies'], report)
    checkOne(action.done, known.events, 'an event', [...at, 'done'], report)
    if (action.done === event.id) report([...at, 'done'], 'the event itself', 'another event')
  })
  event.accounts?.forEach((account, place) => {
    const at = [...path, 'accounts', place]
    checkOne(account.agency, known.agencies, 'an agency', [...at, 'agency'], report)
    checkOne(account.person, known.people, 'a person', [...at, 'person'], report)
    if (account.agency === undefined && account.person === undefined)
      report(at, 'an account of nobody', 'an "agency" or a "person" whose account it is')
    checkSource(account.source, known, at, report)
  })
  if (event.known) checkKnown(event.known, known, [...path, 'known'], report)
  checkSource(event.source, known, path, report)
}

function checkPeriod(period: CaseFile['periods'][number], known: Known, path: Path, report: Report): void {
  checkNamed(period.agencies, known.agencies, 'an agency', [...path, 'agencies'], report)
  checkNamed(period.people, known.people, 'a person', [...path, 'people'], report)
  checkOne(period.from, known.events, 'an event', [...path, 'from'], report)
  checkOne(period.to, known.events, 'an event', [...path, 'to'], report)
  if (period.span === null && (period.from === undefined || period.to === undefined))
    report([...path, 'span'], 'null', 'a date, or the events it runs "from" and "to"')
  checkSource(period.source, known, path, report)
}

function checkFinding(finding: CaseFile['findings'][number], known: Known, path: Path, report: Report): void {
  checkNamed(finding.holders, known.agencies, 'an agency', [...path, 'holders'], report)
  checkNamed(finding.receivers, known.agencies, 'an agency', [...path, 'receivers'], report)
  checkNamed(finding.events, known.events, 'an event', [...path, 'events'], report)
  if (finding.holders.length + finding.receivers.length === 0)
    report([...path, 'holders'], 'an empty list', 'at least one agency in "holders" or "receivers"')
  checkSource(finding.source, known, path, report)
}

function checkLists(file: CaseFile, known: Known, report: Report): void {
  file.facts.forEach((fact, place) => {
    const at = ['facts', place]
    checkKnown(fact.known, known, [...at, 'known'], report)
    checkNamed(fact.neededBy, known.agencies, 'an agency', [...at, 'neededBy'], report)
    checkSource(fact.source, known, at, report)
  })
  file.episodes.forEach((episode, place) => {
    const at = ['episodes', place]
    checkNamed(episode.events, known.events, 'an event', [...at, 'events'], report)
    checkNamed(episode.findings, known.findings, 'a finding', [...at, 'findings'], report)
    checkSource(episode.source, known, at, report)
  })
  file.themes.forEach((theme, place) => {
    checkNamed(theme.findings, known.findings, 'a finding', ['themes', place, 'findings'], report)
  })
  file.recommendations.forEach((one, place) => {
    const at = ['recommendations', place]
    checkNamed(one.to, known.agencies, 'an agency', [...at, 'to'], report)
    checkNamed(one.findings, known.findings, 'a finding', [...at, 'findings'], report)
    if (!known.places.has(one.ref)) report([...at, 'ref'], `"${one.ref}"`, 'a place listed in "sections"')
  })
  file.discrepancies.forEach((one, place) => {
    const at = ['discrepancies', place]
    checkNamed(one.events, known.events, 'an event', [...at, 'events'], report)
    checkSource(one.source, known, at, report)
  })
}

function checkPeople(file: CaseFile, known: Known, report: Report): void {
  checkOne(file.subject, known.people, 'a person', ['subject'], report)
  file.people.forEach((person, place) => {
    const born = readDate(person.born)
    const died = readDate(person.died)
    if (born && died && died.span.end <= born.span.start)
      report(['people', place, 'died'], `"${died.edtf}"`, `a date that is not before the birth, "${born.edtf}"`)
  })
}

/** Every broken reference of a file whose shape is right, in the order of the file; empty when there is none. */
export function findBrokenReferences(file: CaseFile): Problem[] {
  const found: { readonly path: Path; readonly problem: Problem }[] = []
  const report: Report = (path, what, expected) =>
    found.push({ path, problem: { path: formatPath(path), found: what, expected } })
  const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id))
  const known: Known = {
    agencies: idsOf(file.agencies),
    people: idsOf(file.people),
    events: idsOf(file.events),
    findings: idsOf(file.findings),
    places: new Set(file.sections.map(({ ref }) => ref)),
  }
  for (const list of ['people', 'agencies', 'periods', 'events', 'facts', 'findings', 'episodes', 'themes'] as const)
    checkUnique(file[list], [list], report)
  checkUnique(
    file.sections.map(({ ref }) => ({ id: ref })),
    ['sections'],
    report,
  )
  checkPeople(file, known, report)
  file.periods.forEach((period, place) => checkPeriod(period, known, ['periods', place], report))
  file.events.forEach((event, place) => checkEvent(event, known, ['events', place], report))
  checkLists(file, known, report)
  file.findings.forEach((finding, place) => checkFinding(finding, known, ['findings', place], report))
  const keys = Object.keys(file)
  const inOrder = found.toSorted(
    ({ path: a }, { path: b }) =>
      keys.indexOf(String(a[0])) - keys.indexOf(String(b[0])) || Number(a[1] ?? 0) - Number(b[1] ?? 0),
  )
  return inOrder.map(({ problem }) => problem)
}
