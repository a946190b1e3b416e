import { useState } from 'react'
import { formatCount } from '#model/words.ts'
import { type Decisions, forgetDecisions, keepDecisions } from '#store/decisions.ts'

/** Where the reviewer's decisions are held, and how to be rid of them. */
export function KeepBox({ caseKey, decisions }: { readonly caseKey: string; readonly decisions: Decisions }) {
  const [news, setNews] = useState('')
  const forget = () => {
    forgetDecisions(caseKey)
    setNews('All decisions and notes on this case are forgotten.')
  }
  return (
    <section className="keep-box" aria-labelledby="keep-title">
      <h3 id="keep-title">My decisions</h3>
      <label>
        <input
          type="checkbox"
          checked={decisions.isKept}
          onChange={(event) => {
            keepDecisions(caseKey, event.target.checked)
            setNews('')
          }}
        />
        Keep my decisions on this device
      </label>
      <p className="soft">
        {decisions.isKept
          ? 'Kept in this browser. Nothing is sent anywhere.'
          : 'Held until the page is closed or loaded again. Nothing is sent anywhere.'}
      </p>
      {decisions.problem && <p role="alert">{decisions.problem}</p>}
      <button type="button" className="plain-action" disabled={decisions.of.size === 0} onClick={forget}>
        {decisions.of.size === 0 ? 'Nothing to forget yet' : `Forget ${formatCount(decisions.of.size, 'decision')}`}
      </button>
      <p role="status">{news}</p>
    </section>
  )
}
