import { lazy, Suspense, useEffect } from 'react'
import type { Case } from '#model/case.ts'
import { useCase, useOwnCase } from '#store/cases.ts'
import { useView } from '#store/view.ts'
import { useHasPassedNote } from '#store/visit.ts'
import { AboutPage } from './about/AboutPage.tsx'
import { CaseHeader } from './CaseHeader.tsx'
import { ContentNote } from './ContentNote.tsx'
import { Explore } from './explore/Explore.tsx'
import { HorizonNotice } from './horizon/HorizonNotice.tsx'
import { horizonNotes, useSeen } from './horizon/useSeen.ts'
import { Trouble } from './Problems.tsx'
import { TablePage } from './table/TablePage.tsx'
import './case.css'

// Most visits never print, so what lays out paper comes only when it is asked for.
const PaperPage = lazy(async () => ({ default: (await import('./paper/PaperPage.tsx')).PaperPage }))

// The analysis is asked for by few visits.
const ReviewPage = lazy(async () => ({ default: (await import('./review/ReviewPage.tsx')).ReviewPage }))

function Pages({ of }: { readonly of: Case }) {
  const page = useView(({ view }) => view.page)
  const seen = useSeen(of)
  switch (page) {
    case 'timeline':
      return <Explore key={of.id} seen={seen} pictureNotes={horizonNotes(seen)} above={<HorizonNotice seen={seen} />} />
    case 'review':
      return (
        <Suspense fallback={<p role="status">Asking the questions.</p>}>
          <ReviewPage key={of.id} seen={seen} />
        </Suspense>
      )
    case 'table':
      return (
        <>
          <HorizonNotice seen={seen} />
          <TablePage key={of.id} of={seen.shown} />
        </>
      )
    case 'about':
      // This page tells of the whole review, so it waits until the whole case is asked for.
      return seen.choice ? <HorizonNotice seen={seen} /> : <AboutPage key={of.id} of={of} />
    case 'print':
      return (
        <Suspense fallback={<p role="status">Laying out the pages.</p>}>
          <HorizonNotice seen={seen} />
          <PaperPage key={of.id} seen={seen} />
        </Suspense>
      )
    default:
      return page satisfies never
  }
}

function OpenCase({ of }: { readonly of: Case }) {
  const hasPassed = useHasPassedNote(of.id)
  useEffect(() => {
    document.title = `${of.title} – Throughline`
    return () => {
      document.title = 'Throughline'
    }
  }, [of])
  return (
    <div className="case">
      <CaseHeader of={of} hasPages={hasPassed} />
      <main id="main" className="case-main">
        {hasPassed ? <Pages of={of} /> : <ContentNote of={of} />}
      </main>
    </div>
  )
}

function Elsewhere({ children }: { readonly children: React.ReactNode }) {
  return (
    <main id="main" className="elsewhere">
      {children}
      <p>
        <a href="#/">Back to the library</a>
      </p>
    </main>
  )
}

/** A published case, by its id. */
export function CasePage({ id }: { readonly id: string }) {
  const { data, error, isPending } = useCase(id)
  if (isPending)
    return (
      <Elsewhere>
        <p role="status">Loading the case.</p>
      </Elsewhere>
    )
  if (error)
    return (
      <Elsewhere>
        <Trouble error={error} level={1} />
      </Elsewhere>
    )
  return <OpenCase of={data} />
}

/** The reader's own file. */
export function OwnCasePage() {
  const { own } = useOwnCase()
  if (own) return <OpenCase of={own} />
  return (
    <Elsewhere>
      <h1>Your file is not open</h1>
      <p>
        A file of your own is held only while this page is open, and it was closed or loaded again. Open the file once
        more from the library.
      </p>
    </Elsewhere>
  )
}

export function UnknownPage({ path }: { readonly path: string }) {
  return (
    <Elsewhere>
      <h1>There is no such page</h1>
      <p>The address “{path}” names nothing here. It may be mistyped, or from another version of the site.</p>
    </Elsewhere>
  )
}
