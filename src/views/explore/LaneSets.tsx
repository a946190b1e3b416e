import { type SyntheticEvent, useRef, useState } from 'react'
import type { Case } from '#model/case.ts'
import { deleteLaneSet, laneSetsKey, saveLaneSet, useLaneSets } from '#store/lane-sets.ts'
import { useView } from '#store/view.ts'
import type { LaneArranging } from './useLaneMoves.ts'

const MOST_LETTERS = 40

/** Arrangements of this case's lanes that the reader has given a name. */
export function LaneSets({ of, arranging }: { readonly of: Case; readonly arranging: LaneArranging }) {
  const { choice, moves } = arranging
  const isOwn = useView(({ route }) => route.name === 'own')
  const key = laneSetsKey(of.id, isOwn)
  const sets = useLaneSets(key)
  const [name, setName] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    const wanted = name.trim()
    if (wanted === '') {
      moves.say('A set needs a name.')
      input.current?.focus()
      return
    }
    saveLaneSet(key, { name: wanted, lanes: choice })
    setName('')
    moves.say(`These lanes are saved as “${wanted}”.`)
  }
  return (
    <section className="lanes-section" aria-labelledby="lane-sets-title">
      <h3 id="lane-sets-title">Sets of lanes</h3>
      <p className="soft">{isOwn ? 'Kept until this page is closed.' : 'Kept in this browser, for this case.'}</p>
      {sets.length > 0 && (
        <ul className="lane-sets" aria-label="Sets of lanes">
          {sets.map((set) => (
            <li key={set.name}>
              <span className="lane-title">{set.name}</span>
              <span className="lane-buttons">
                <button
                  type="button"
                  aria-label={`Use ${set.name}`}
                  onClick={() => moves.arrange(set.lanes, `Lanes are as in “${set.name}”.`)}
                >
                  Use
                </button>
                <button
                  type="button"
                  aria-label={`Delete ${set.name}`}
                  onClick={() => {
                    deleteLaneSet(key, set.name)
                    moves.say(`“${set.name}” is deleted. The lanes stay as they are.`)
                    input.current?.focus()
                  }}
                >
                  Delete
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
      <form className="lane-set-form" onSubmit={save}>
        <label htmlFor="lane-set-name">Name for the lanes as they are now</label>
        <input
          ref={input}
          id="lane-set-name"
          value={name}
          maxLength={MOST_LETTERS}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="lanes-action">
          Save
        </button>
      </form>
    </section>
  )
}
