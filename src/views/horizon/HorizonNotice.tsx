import { stopAt } from '#store/view.ts'
import { horizonWords, type Seen } from './useSeen.ts'
import './horizon.css'

/** Says on every page that the case is stopped, and lets it go on. Nothing where it is shown whole. */
export function HorizonNotice({ seen }: { readonly seen: Seen }) {
  const { choice, counter } = seen
  if (!choice) return null
  return (
    <div className="horizon-notice">
      <p role="status">
        Nothing after {horizonWords(choice.day)} is shown. {counter}
      </p>
      <button type="button" className="plain-action" onClick={() => stopAt(undefined)}>
        Show the whole case
      </button>
    </div>
  )
}
