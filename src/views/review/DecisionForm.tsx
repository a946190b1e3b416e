import { useId } from 'react'
import { type Choice, CHOICES, type Decision } from '#store/decisions.ts'
import { decide } from '#store/decisions.ts'

export const CHOICE_NAME: Readonly<Record<Choice, string>> = {
  undecided: 'Undecided',
  keep: 'Keep',
  'set-aside': 'Set aside',
}

interface Props {
  readonly caseKey: string
  readonly id: string
  readonly decision: Decision
}

/** What the reviewer makes of one thing: a choice and a note. */
export function DecisionForm({ caseKey, id, decision }: Props) {
  const name = useId()
  return (
    <fieldset className="decision">
      <legend>My decision</legend>
      <div className="decision-choices">
        {CHOICES.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name={name}
              checked={decision.choice === choice}
              onChange={() => decide(caseKey, id, { ...decision, choice })}
            />
            {CHOICE_NAME[choice]}
          </label>
        ))}
      </div>
      <label className="decision-note">
        Note
        <textarea
          rows={2}
          value={decision.note}
          onChange={(event) => decide(caseKey, id, { ...decision, note: event.target.value })}
        />
      </label>
    </fieldset>
  )
}
