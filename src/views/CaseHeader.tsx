import { useEffect, useRef } from 'react'
import { isFiltering } from '#analysis/filter.ts'
import type { Case } from '#model/case.ts'
import { prefer } from '#store/preferences.ts'
import type { Page } from '#store/address.ts'
import { changeFilter, showPage, useView } from '#store/view.ts'
import { DisplaySettings } from './DisplaySettings.tsx'
import { actOf, isField } from './keys.ts'
import { useLegendFolded } from './useLegendFolded.ts'

const PAGE_NAME: Readonly<Record<Page, string>> = {
  timeline: 'Timeline',
  review: 'Review',
  table: 'Table',
  about: 'About this case',
  print: 'Print',
}

function PageLinks() {
  const page = useView(({ view }) => view.page)
  return (
    <nav aria-label="Pages of the case" className="pages">
      {(['timeline', 'review', 'table', 'about'] as const).map((one) => (
        <button key={one} type="button" aria-current={page === one ? 'page' : undefined} onClick={() => showPage(one)}>
          {PAGE_NAME[one]}
        </button>
      ))}
    </nav>
  )
}

/** Search narrows as one types; "/" comes here from anywhere that is not a field. */
function Search() {
  const text = useView(({ view }) => view.filter.text)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isField(event.target) || actOf(event, 'page') !== 'search') return
      event.preventDefault()
      box.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <label className="search">
      <span>Search</span>
      <input
        ref={box}
        type="search"
        value={text}
        placeholder="/"
        onChange={(event) => changeFilter({ text: event.target.value })}
      />
    </label>
  )
}

/** The bar above a case: where one is, where one can go, and how to find a word. */
export function CaseHeader({ of, hasPages }: { readonly of: Case; readonly hasPages: boolean }) {
  const filter = useView(({ view }) => view.filter)
  const page = useView(({ view }) => view.page)
  const isFolded = useLegendFolded()
  // The content note, the page about the case and its prints have a first heading of their own.
  const Title = hasPages && page !== 'about' && page !== 'print' ? 'h1' : 'strong'
  return (
    <header className="case-header">
      <div className="case-name">
        <a href="#/" className="home">
          Throughline
        </a>
        <Title>{of.title}</Title>
        <span className="soft case-area">{of.review.area}</span>
      </div>
      {hasPages && (
        <>
          <PageLinks />
          <div className="case-tools">
            <Search />
            {page !== 'about' && page !== 'print' && (
              <button type="button" aria-expanded={!isFolded} onClick={() => prefer({ isLegendFolded: !isFolded })}>
                Filters{isFiltering(filter) ? ' on' : ''}
              </button>
            )}
            <button
              type="button"
              aria-current={page === 'print' ? 'page' : undefined}
              onClick={() => showPage('print')}
            >
              Print
            </button>
            <DisplaySettings />
          </div>
        </>
      )}
    </header>
  )
}
