import { memo, useMemo, type ReactNode } from 'react'
import { type Counts, countCase, isFiltering } from '#analysis/filter.ts'
import { EventSymbol } from '#chart/EventSymbol.tsx'
import { HighlightSymbol } from '#chart/HighlightSymbol.tsx'
import { orderAgencies } from '#layout/lanes.ts'
import type { Agency, Case } from '#model/case.ts'
import { EVENT_TYPE_NAME, EVENT_TYPES, FAMILIES, FAMILY_NAME, HIGHLIGHT_NAME, HIGHLIGHTS } from '#model/vocabulary.ts'
import { prefer } from '#store/preferences.ts'
import { changeFilter, clearFilter, hideFiltered, useView } from '#store/view.ts'
import { themeTitle } from '#views/themes.ts'
import './legend.css'

interface OptionProps {
  readonly name: string
  readonly count: number
  readonly checked: boolean
  readonly mixed?: boolean
  readonly symbol?: ReactNode
  readonly level?: 1 | 2
  readonly onChange: (checked: boolean) => void
}

function Option({ name, count, checked, mixed = false, symbol, level = 1, onChange }: OptionProps) {
  return (
    <label className={`option level-${level}`}>
      <input
        type="checkbox"
        aria-label={name}
        checked={checked}
        ref={(box) => {
          if (box) box.indeterminate = mixed
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="option-symbol" aria-hidden="true">
        {symbol}
      </span>
      <span className="option-name">{name}</span>
      <span className="option-count">{count}</span>
    </label>
  )
}

interface GroupProps {
  readonly name: string
  readonly onAll: () => void
  readonly onNone?: () => void
  readonly empty?: string | undefined
  readonly children: ReactNode
}

function Group({ name, onAll, onNone, empty, children }: GroupProps) {
  return (
    <div role="group" aria-label={name} className="legend-group">
      <div className="legend-heading">
        <h3>{name}</h3>
        <button type="button" onClick={onAll} aria-label={`${name}: all`}>
          All
        </button>
        {onNone && (
          <button type="button" onClick={onNone} aria-label={`${name}: none`}>
            None
          </button>
        )}
      </div>
      {empty && <p className="legend-empty">{empty}</p>}
      {children}
    </div>
  )
}

/** A set with some members switched to be in it or not. */
function switched<T>(set: ReadonlySet<T>, members: readonly T[], isIn: boolean): ReadonlySet<T> {
  const next = new Set(set)
  for (const member of members) {
    if (isIn) next.add(member)
    else next.delete(member)
  }
  return next
}

function AgencyOptions({ of, counts }: { readonly of: Case; readonly counts: Counts }) {
  const hidden = useView(({ view }) => view.filter.hiddenAgencies)
  const all = useMemo(() => orderAgencies(of), [of])
  const show = (agencies: readonly Agency[], isShown: boolean) =>
    changeFilter({
      hiddenAgencies: switched(
        hidden,
        agencies.map(({ id }) => id),
        !isShown,
      ),
    })
  const isNoneShown = all.every(({ id }) => hidden.has(id))
  return (
    <Group
      name="Agencies"
      onAll={() => changeFilter({ hiddenAgencies: new Set() })}
      onNone={() => changeFilter({ hiddenAgencies: new Set(all.map(({ id }) => id)) })}
      empty={isNoneShown ? 'No agency is chosen, so no event is shown. Choose one, or all.' : undefined}
    >
      {FAMILIES.map((family) => {
        const members = all.filter((agency) => agency.family === family)
        if (members.length === 0) return null
        const shown = members.filter(({ id }) => !hidden.has(id))
        const key = <span className={`family-swatch family-${family}`} />
        const single = members.length === 1 ? members[0] : undefined
        if (single)
          return (
            <Option
              key={family}
              name={single.name}
              symbol={key}
              count={counts.agencies.get(single.id) ?? 0}
              checked={shown.length > 0}
              onChange={(isOn) => show(members, isOn)}
            />
          )
        return (
          <div key={family} className="family-options">
            <Option
              name={FAMILY_NAME[family]}
              symbol={key}
              count={counts.families.get(family) ?? 0}
              checked={shown.length === members.length}
              mixed={shown.length > 0 && shown.length < members.length}
              onChange={(isOn) => show(members, isOn)}
            />
            {members.map((agency) => (
              <Option
                key={agency.id}
                level={2}
                name={agency.name}
                count={counts.agencies.get(agency.id) ?? 0}
                checked={!hidden.has(agency.id)}
                onChange={(isOn) => show([agency], isOn)}
              />
            ))}
          </div>
        )
      })}
    </Group>
  )
}

function TypeOptions({ counts }: { readonly counts: Counts }) {
  const hidden = useView(({ view }) => view.filter.hiddenTypes)
  const present = EVENT_TYPES.filter((type) => counts.types.has(type))
  return (
    <Group
      name="Event types"
      onAll={() => changeFilter({ hiddenTypes: new Set() })}
      onNone={() => changeFilter({ hiddenTypes: new Set(present) })}
      empty={
        present.every((type) => hidden.has(type))
          ? 'No type is chosen, so no event is shown. Choose one, or all.'
          : undefined
      }
    >
      {present.map((type) => (
        <Option
          key={type}
          name={EVENT_TYPE_NAME[type]}
          symbol={
            <svg width="16" height="16" viewBox="-8 -8 16 16">
              <EventSymbol type={type} exact scale={1} />
            </svg>
          }
          count={counts.types.get(type) ?? 0}
          checked={!hidden.has(type)}
          onChange={(isOn) => changeFilter({ hiddenTypes: switched(hidden, [type], !isOn) })}
        />
      ))}
    </Group>
  )
}

function HighlightOptions({ counts }: { readonly counts: Counts }) {
  const { hiddenHighlights: hidden, onlyHighlighted } = useView(({ view }) => view.filter)
  const present = HIGHLIGHTS.filter((highlight) => counts.highlights.has(highlight))
  if (present.length === 0) return null
  return (
    <Group
      name="Highlights"
      onAll={() => changeFilter({ hiddenHighlights: new Set() })}
      onNone={() => changeFilter({ hiddenHighlights: new Set(present) })}
      empty={
        present.every((one) => hidden.has(one))
          ? 'No highlight is chosen: events stay, what the review found is left out.'
          : undefined
      }
    >
      {present.map((highlight) => (
        <Option
          key={highlight}
          name={HIGHLIGHT_NAME[highlight]}
          symbol={<HighlightSymbol highlight={highlight} />}
          count={counts.highlights.get(highlight) ?? 0}
          checked={!hidden.has(highlight)}
          onChange={(isOn) => changeFilter({ hiddenHighlights: switched(hidden, [highlight], !isOn) })}
        />
      ))}
      <label className="option only">
        <input
          type="checkbox"
          checked={onlyHighlighted}
          onChange={(event) => changeFilter({ onlyHighlighted: event.target.checked })}
        />
        <span className="option-name">Only events behind these</span>
      </label>
    </Group>
  )
}

function PeopleOptions({ of, counts }: { readonly of: Case; readonly counts: Counts }) {
  const people = useView(({ view }) => view.filter.people)
  const present = of.people.filter(({ id }) => counts.people.has(id))
  if (present.length === 0) return null
  return (
    <Group name="People" onAll={() => changeFilter({ people: new Set() })}>
      <p className="legend-empty">
        {people.size === 0
          ? 'Everyone’s events are shown. Choose people to narrow.'
          : 'Only events with the people chosen.'}
      </p>
      {present.map((person) => (
        <Option
          key={person.id}
          name={`${person.name}, ${person.relation}`}
          count={counts.people.get(person.id) ?? 0}
          checked={people.has(person.id)}
          onChange={(isOn) => changeFilter({ people: switched(people, [person.id], isOn) })}
        />
      ))}
    </Group>
  )
}

function ThemeOptions({ of }: { readonly of: Case }) {
  const themes = useView(({ view }) => view.filter.themes)
  const present = of.themes.filter(({ findings }) => findings.length > 0)
  if (present.length === 0) return null
  return (
    <Group name="Themes" onAll={() => changeFilter({ themes: new Set() })}>
      <p className="legend-empty">
        {themes.size === 0
          ? 'All themes are shown. Choose some to narrow.'
          : 'Only findings of these themes, and what they rest on.'}
      </p>
      {present.map((theme) => (
        <Option
          key={theme.id}
          name={theme.title ?? themeTitle(theme.id)}
          count={theme.findings.length}
          checked={themes.has(theme.id)}
          onChange={(isOn) => changeFilter({ themes: switched(themes, [theme.id], isOn) })}
        />
      ))}
    </Group>
  )
}

/** The legend that is also the filter: what each sign means, how many there are, and whether it is shown. */
export const Legend = memo(function Legend({ of }: { readonly of: Case }) {
  const filter = useView(({ view }) => view.filter)
  const hidesFiltered = useView(({ view }) => view.hidesFiltered)
  const counts = useMemo(() => countCase(of), [of])
  return (
    <aside className="legend" aria-label="Legend and filters">
      <h2 className="visually-hidden">Filters</h2>
      <button type="button" className="legend-close" onClick={() => prefer({ isLegendFolded: true })}>
        Close filters
      </button>
      <div className="legend-mode" role="radiogroup" aria-label="What the filters leave out">
        <span aria-hidden="true">Left out:</span>
        {([false, true] as const).map((hides) => (
          <label key={String(hides)}>
            <input
              type="radio"
              name="left-out"
              checked={hidesFiltered === hides}
              onChange={() => hideFiltered(hides)}
            />
            {hides ? 'Hide' : 'Dim'}
          </label>
        ))}
        <button type="button" className="legend-clear" disabled={!isFiltering(filter)} onClick={clearFilter}>
          Clear filters
        </button>
      </div>
      <HighlightOptions counts={counts} />
      <TypeOptions counts={counts} />
      <AgencyOptions of={of} counts={counts} />
      <PeopleOptions of={of} counts={counts} />
      <ThemeOptions of={of} />
    </aside>
  )
})
