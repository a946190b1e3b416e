import type { CatalogueEntry } from '#analysis/catalogue.ts'
import { formatPeriod } from '#analysis/catalogue.ts'
import { readDate } from '#model/case.ts'
import { formatCount, formatList, formatWhen } from '#model/words.ts'
import { useCatalogue } from '#store/cases.ts'
import { Trouble } from '#views/Problems.tsx'
import { OpenFile } from './OpenFile.tsx'
import { Sparkline } from './Sparkline.tsx'
import './library.css'

function Entry({ entry }: { readonly entry: CatalogueEntry }) {
  const published = readDate(entry.published)
  return (
    <li className="entry">
      <div className="entry-words">
        <h2>
          <a href={`#/case/${entry.id}`}>{entry.title}</a>
        </h2>
        <p className="entry-source">
          {entry.kind}, {entry.publisher}
          {published ? `, ${formatWhen(published)}` : ''}
        </p>
        <p>{entry.summary}</p>
        <p className="entry-note">Speaks of {formatList(entry.contentNote)}.</p>
      </div>
      <div className="entry-figures">
        <Sparkline counts={entry.sparkline} label={`Events over time, ${entry.title}`} />
        <p className="entry-period">{entry.period === null ? 'Period not published' : formatPeriod(entry.period)}</p>
        <dl>
          <div>
            <dt>Agencies</dt>
            <dd>{entry.agencies}</dd>
          </div>
          <div>
            <dt>Events</dt>
            <dd>{entry.events}</dd>
          </div>
          <div>
            <dt>Findings</dt>
            <dd>{entry.findings}</dd>
          </div>
          <div>
            <dt>Meeting points</dt>
            <dd>{entry.meetings}</dd>
          </div>
        </dl>
      </div>
    </li>
  )
}

/** The library: every case that ships with the site, and a place to open one’s own. */
export function LibraryPage() {
  const { data, error, isPending } = useCatalogue()
  return (
    <main className="library" id="main">
      <header className="library-head">
        <h1>Throughline</h1>
        <p>
          Published case reviews as timelines that people can read together: a lane for every agency, with missed
          referrals, handover gaps and meeting points in plain sight.
        </p>
      </header>
      {isPending && <p role="status">Loading the list of cases.</p>}
      {error && <Trouble error={error} />}
      {data && (
        <>
          <p role="status" className="library-count">
            {formatCount(data.length, 'case')}
          </p>
          <ul className="entries">
            {data.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ul>
        </>
      )}
      <OpenFile />
      <footer className="library-foot">
        <p>
          Dates, roles and numbers come from the published reviews; the words are ours. Findings are the reviews’ own
          judgements and are marked as such. Nothing you do here leaves this device.
        </p>
      </footer>
    </main>
  )
}
