import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { describeRest, describeStep } from '#analysis/knowledge/path-words.ts'
import type { Case } from '#model/case.ts'
import { type ActIn, actOf } from '#views/keys.ts'
import { type Followed, leavePath, type Way } from './useFactPath.ts'
import { usePlay } from './usePlay.ts'
import './path.css'

const STEPS: Readonly<Partial<Record<ActIn<'path'>, number>>> = { 'step-back': -1, 'step-on': 1 }

/** While a way is followed, arrows step along it from every button here. */
export function PathKeys({ way, children }: { readonly way: Way; readonly children: ReactNode }) {
  const press = (event: KeyboardEvent) => {
    const act = actOf(event, 'path')
    const by = act && STEPS[act]
    if (!way.followed || by === undefined || event.shiftKey || !(event.target instanceof HTMLButtonElement)) return
    event.preventDefault()
    way.goTo(way.followed.stop.step + by)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only hears what its buttons were pressed with
    <div className="knowledge" onKeyDown={press}>
      {children}
    </div>
  )
}

function wordsOf(of: Case, { path, stop, cell }: Followed): string {
  const count = path.steps.length
  const step =
    count === 0
      ? 'No step of the way is recorded.'
      : `Step ${stop.step + 1} of ${count}: ${describeStep(of, path, stop.step)}`
  return stop.step >= count - 1 ? `${step} ${describeRest(of, path, stop.agency, cell)}`.trim() : step
}

/** What moves along a way. At an end a button stays where it is: arrows pressed on it must be heard. */
function Steps({
  way,
  followed,
  onStop,
}: {
  readonly way: Way
  readonly followed: Followed
  readonly onStop: () => void
}) {
  const { step } = followed.stop
  const count = followed.path.steps.length
  const { isPlaying, toggle, pause } = usePlay(step, count, way.goTo)
  const button = (name: string, to: number) => (
    <button
      type="button"
      className="plain-action"
      aria-disabled={to < 0 || to >= count}
      onClick={() => {
        pause()
        way.goTo(to)
      }}
    >
      {name}
    </button>
  )
  return (
    <div role="group" aria-label="Steps of the way" className="fact-path-steps">
      {button('Previous', step - 1)}
      {button('Next', step + 1)}
      {toggle && count > 1 && (
        <button type="button" className="plain-action" onClick={toggle}>
          {isPlaying ? 'Pause' : 'Play'}
        </button>
      )}
      <button type="button" className="plain-action" onClick={onStop}>
        Stop
      </button>
      <span className="soft fact-path-keys">← → step, Esc ends</span>
    </div>
  )
}

/** How a fact came to an agency, step by step. Its words stay for those who listen while none is followed. */
export function PathBar({ of, way }: { readonly of: Case; readonly way: Way }) {
  const bar = useRef<HTMLDivElement>(null)
  const { followed } = way
  const leave = () => {
    const cell = document.querySelector('.matrix [aria-pressed="true"]')
    if (bar.current?.contains(document.activeElement) && cell instanceof HTMLElement) cell.focus()
    leavePath()
  }
  const onEscape = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (actOf(event, 'path') === 'leave' && !event.defaultPrevented) leave()
  })
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => onEscape(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
  return (
    <div ref={bar} className="fact-path">
      {followed && <Steps key={followed.key} way={way} followed={followed} onStop={leave} />}
      <p role="status">{followed && wordsOf(of, followed)}</p>
    </div>
  )
}
