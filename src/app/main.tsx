// First, so that the order of layers is settled before any view's own rules.
import './app.css'
import './tokens.css'
import '@fontsource/atkinson-hyperlegible-next/latin-400.css'
import '@fontsource/atkinson-hyperlegible-next/latin-600.css'
import '@fontsource/atkinson-hyperlegible-next/latin-700.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { expectCase, newQueryClient } from '#store/cases.ts'
import { keepDecisionsOn } from '#store/decisions.ts'
import { keepIn } from '#store/keep.ts'
import { keepLaneSets } from '#store/lane-sets.ts'
import { keepPreferences, keepTextScale } from '#store/preferences.ts'
import { followTrail } from '#store/trail.ts'
import { followAddress, readView } from '#store/view.ts'
import { keepVisit } from '#store/visit.ts'
import { App } from './App.tsx'
import { watchDeviceText } from './device-text.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'

// The only module that acts when it is imported.
const device = keepIn(() => localStorage)
keepPreferences(device, ({ theme }) => {
  document.documentElement.dataset['theme'] = theme
})
keepTextScale(watchDeviceText, (scale) => {
  document.documentElement.style.setProperty('--text-scale', String(scale))
})
keepVisit(keepIn(() => sessionStorage))
keepLaneSets(device)
keepDecisionsOn(device, (tell) => addEventListener('storage', ({ key }) => tell(key)))
followAddress(window)
const client = newQueryClient()
const { route } = readView()
if (route.name === 'case') expectCase(client, route.id)
followTrail(() => performance.now())

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </ErrorBoundary>
  </StrictMode>,
)
