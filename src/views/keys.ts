import { readPreferences } from '#store/preferences.ts'

/**
 * Every key of the page, once: what handles keys and what explains them read this one table, so that they cannot drift.
 * A key is named as the browser names it; letters in lower case, with Shift where it matters.
 */
interface Binding<Act extends string> {
  readonly act: Act
  readonly keys: readonly string[]
  /** What it does, after the keys: "next event in the lane". */
  readonly does: string
}

function keys<const Act extends string>(act: Act, names: readonly string[], does: string): Binding<Act> {
  return { act, keys: names, does }
}

const MARKS = [
  keys('next', ['ArrowRight'], 'next event in the lane'),
  keys('previous', ['ArrowLeft'], 'event before in the lane; from the first, the head of the lane'),
  keys('up', ['ArrowUp'], 'nearest in time in the lane above'),
  keys('down', ['ArrowDown'], 'nearest in time in the lane below'),
  keys('first-in-lane', ['Home'], 'first event in the lane'),
  keys('last-in-lane', ['End'], 'last event in the lane'),
  keys('first', ['Control+Home'], 'first event of the case'),
  keys('last', ['Control+End'], 'last event of the case'),
  keys('follow', ['l'], 'follow a referral or handover: who received it, then the answer'),
  keys('follow-back', ['Shift+l'], 'follow it back'),
  keys('along-meeting', ['m'], 'the same meeting in its next lane'),
  keys('next-finding', ['g'], 'next finding of the review'),
  keys('previous-finding', ['Shift+g'], 'finding before'),
  keys('count', ['c'], 'count the axis from this event: days before and after it; again, by the calendar'),
  keys('open', ['Enter', ' '], 'open the details'),
] as const

const WINDOW = [
  keys('earlier', ['PageUp'], 'earlier'),
  keys('later', ['PageDown'], 'later'),
  keys('zoom-in', ['+', '='], 'zoom in'),
  keys('zoom-out', ['-'], 'zoom out'),
  keys('first-view', ['0'], 'what the case opens on'),
  keys('date', ['d'], 'go to a date that you type'),
  keys('back', ['b'], 'back to the view before'),
  keys('forward', ['Shift+b'], 'forward again'),
] as const

const HORIZON = [
  keys('day-back', ['['], 'stop the case a day earlier, where it is stopped at one'),
  keys('day-on', [']'], 'a day later'),
  keys('event-back', ['{'], 'before the last event'),
  keys('event-on', ['}'], 'after the next event'),
] as const

const LANES = [
  keys('lane-up', ['Alt+ArrowUp'], 'move the lane up'),
  keys('lane-down', ['Alt+ArrowDown'], 'move the lane down'),
] as const

const PATH = [
  keys('step-back', ['ArrowLeft'], 'the step before'),
  keys('step-on', ['ArrowRight'], 'the next step'),
  keys('leave', ['Escape'], 'end it; back to what was chosen before'),
] as const

const ANYWHERE = [
  keys('search', ['/'], 'search'),
  keys('help', ['?'], 'these keys'),
  keys('close', ['Escape'], 'close what is open; from details, back to the mark'),
] as const

/** Keys of the overview's edges, and by how many of its steps each moves one. */
export const EDGE_KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
}

const EDGES = [
  keys('edge-back', keysMoving(-1), 'earlier'),
  keys('edge-on', keysMoving(1), 'later'),
  keys('edge-far-back', keysMoving(-10), 'much earlier'),
  keys('edge-far-on', keysMoving(10), 'much later'),
] as const

function keysMoving(steps: number): readonly string[] {
  return Object.entries(EDGE_KEYS).flatMap(([key, by]) => (by === steps ? [key] : []))
}

/** The table as it is explained; a reader finds every key under where it acts. */
export const KEY_GROUPS = [
  { title: 'In the chart: from mark to mark', scope: 'chart', bindings: MARKS },
  { title: 'In the chart: the window', scope: 'chart', bindings: WINDOW },
  { title: 'In the chart: the day it is stopped at', scope: 'chart', bindings: HORIZON },
  { title: 'In the chart: lanes', scope: 'chart', bindings: LANES },
  { title: 'On an edge of the overview', scope: 'edge', bindings: EDGES },
  { title: 'In who knew what, while the way of a fact is played', scope: 'path', bindings: PATH },
  { title: 'Anywhere on the page', scope: 'page', bindings: ANYWHERE },
] as const

const SCOPES = { chart: [...MARKS, ...WINDOW, ...HORIZON, ...LANES], path: PATH, page: ANYWHERE } as const
type Scope = keyof typeof SCOPES
export type ActIn<In extends Scope> = (typeof SCOPES)[In][number]['act']

export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const isCharacter = (key: string) => key.length === 1 && key !== ' '

/** A press as the table names it. */
function nameOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string {
  const isLetter = /^[a-z]$/i.test(key)
  // Where a sign needs the third level of the keyboard, the browser reports Control and Alt with it.
  const isThirdLevel = isCharacter(key) && !isLetter && ctrlKey && altKey
  const held = isThirdLevel ? '' : `${ctrlKey || metaKey ? 'Control+' : ''}${altKey ? 'Alt+' : ''}`
  return `${held}${isLetter && shiftKey ? 'Shift+' : ''}${isLetter ? key.toLowerCase() : key}`
}

/** What a press asks for, of what can be asked for there. Keys of one character do nothing where the reader switched them off. */
export function actOf<In extends Scope>(press: Press, scope: In): ActIn<In> | undefined {
  if (isCharacter(press.key) && !readPreferences().hasCharacterKeys) return undefined
  const name = nameOf(press)
  return SCOPES[scope].find((binding) => binding.keys.some((key) => key === name))?.act
}

/** Whether what has the focus takes letters itself. */
export function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'range', 'button'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Control: 'Ctrl',
  Escape: 'Esc',
  ' ': 'Space',
  '-': '−',
}

/** A key as it is printed on a keyboard, one word for each to be held: "Ctrl", "Home". */
export function keyCaps(key: string): readonly string[] {
  const parts = key === '+' ? ['+'] : key.split('+')
  return parts.map((part) => SHOWN[part] ?? (part.length === 1 ? part.toUpperCase() : part))
}
