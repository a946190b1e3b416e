import type { Answer, Ask, Letter } from './rules-desk.ts'

/** Where letters go. */
export interface Port {
  readonly postMessage: (letter: Letter) => void
  readonly terminate: () => void
}

/** Who is told what comes back, and that a worker did not load or broke, with what the browser says of it. */
export interface Ears {
  readonly onAnswer: (answer: Answer) => void
  readonly onBreak: (message: string) => void
}

interface Waiting {
  readonly ask: Ask
  readonly text: string
  readonly settle: (answer: Answer) => void
}

/** Asks; resolves with the answer, or never when it is given up first. */
export type Send = (ask: Ask, text: string, signal: AbortSignal) => Promise<Answer>

/**
 * One question at a time to a worker that is started with the first one. What is given up while it waits is never
 * asked, so that a slider leaves no queue behind; what is given up while it runs is not heard.
 */
export function openQueue(start: (ears: Ears) => Port): Send {
  let port: Port | undefined
  let held: number | undefined
  let running: Waiting | undefined
  const waiting: Waiting[] = []

  const close = (answer: Answer) => {
    const one = running
    running = undefined
    one?.settle(answer)
    next()
  }
  // The next question starts another worker.
  const onBreak = (message: string) => {
    port?.terminate()
    port = undefined
    held = undefined
    close({ kind: 'trouble', reason: message || 'the part of the site that runs them did not load' })
  }
  const next = () => {
    if (running || waiting.length === 0) return
    running = waiting.shift()
    if (!running) return
    const { ask, text } = running
    try {
      port ??= start({ onAnswer: close, onBreak })
      port.postMessage({ ...ask, text: held === ask.number ? undefined : text })
      held = ask.number
    } catch (reason) {
      onBreak(String(reason))
    }
  }
  return async (ask, text, signal) =>
    new Promise((settle) => {
      const one: Waiting = { ask, text, settle }
      waiting.push(one)
      signal.addEventListener('abort', () => {
        const place = waiting.indexOf(one)
        if (place >= 0) waiting.splice(place, 1)
      })
      next()
    })
}
