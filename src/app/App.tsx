import { useView } from '#store/view.ts'
import { CasePage, OwnCasePage, UnknownPage } from '#views/CasePage.tsx'
import { LibraryPage } from '#views/library/LibraryPage.tsx'

/** One page per route. */
export function App() {
  const route = useView((state) => state.route)
  switch (route.name) {
    case 'library':
      return <LibraryPage />
    case 'own':
      return <OwnCasePage />
    case 'case':
      return <CasePage key={route.id} id={route.id} />
    case 'unknown':
      return <UnknownPage path={route.path} />
    default:
      return route satisfies never
  }
}
