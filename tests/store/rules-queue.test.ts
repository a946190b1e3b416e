import { expect, test } from 'vitest'
import { instant } from '#model/time.ts'
import type { Answer, Ask, Letter } from '#store/rules-desk.ts'
import { type Ears, openQueue, type Port } from '#store/rules-queue.ts'

/** A worker that answers when the test says so. */
function aWorker() {
  const letters: Letter[] = []
  let ears: Ears | undefined
  let isStopped = false
  return {
    start: (given: Ears): Port => {
      ears = given
      return {
        postMessage: (letter) => void letters.push(letter),
        terminate: () => {
          isStopped = true
        },
      }
    },
    letters,
    isStopped: () => isStopped,
    say: (reason: string) => ears?.onAnswer({ kind: 'trouble', reason }),
    breakDown: (message = '') => ears?.onBreak(message),
  }
}

const ask = (number: number, day?: number): Ask => ({
  kind: 'lengths',
  number,
  day: day === undefined ? undefined : instant(day),
})
const reasonOf = (answer: Answer) => (answer.kind === 'trouble' ? answer.reason : answer.kind)
const never = () => new AbortController().signal

test('one question at a time, in the order asked, each with its own answer', async () => {
  const worker = aWorker()
  const send = openQueue(worker.start)
  const first = send(ask(1, 10), 'text', never())
  const second = send(ask(1, 20), 'text', never())
  expect(worker.letters.map(({ day }) => day)).toEqual([10])
  worker.say('first')
  expect(worker.letters.map(({ day }) => day)).toEqual([10, 20])
  worker.say('second')
  expect([reasonOf(await first), reasonOf(await second)]).toEqual(['first', 'second'])
})

test('the text of a case travels once, and again after another case', () => {
  const worker = aWorker()
  const send = openQueue(worker.start)
  for (const number of [1, 1, 2, 1]) {
    void send(ask(number), `text of ${number}`, never())
    worker.say('done')
  }
  expect(worker.letters.map(({ text }) => text)).toEqual(['text of 1', undefined, 'text of 2', 'text of 1'])
})

test('what is given up while it waits is never asked', async () => {
  const worker = aWorker()
  const send = openQueue(worker.start)
  const moves = [10, 20, 30].map((day) => ({ day, control: new AbortController() }))
  const answers = moves.map(({ day, control }) => send(ask(1, day), 'text', control.signal))
  moves[0]?.control.abort()
  moves[1]?.control.abort()
  worker.say('of the first, which nobody hears')
  expect(worker.letters.map(({ day }) => day)).toEqual([10, 30])
  worker.say('of the last')
  expect(answers[2] && reasonOf(await answers[2])).toBe('of the last')
})

test('a worker that breaks is told of, and the next question starts another, with the text', async () => {
  const workers = [aWorker(), aWorker()]
  let started = 0
  const send = openQueue((ears) => {
    const worker = workers[started]
    started += 1
    if (!worker) throw new Error('too many')
    return worker.start(ears)
  })
  const first = send(ask(1), 'text', never())
  workers[0]?.breakDown()
  expect(reasonOf(await first)).toBe('the part of the site that runs them did not load')
  expect(workers[0]?.isStopped()).toBe(true)
  const second = send(ask(1), 'text', never())
  expect(workers[1]?.letters.map(({ text }) => text)).toEqual(['text'])
  workers[1]?.say('well')
  expect(reasonOf(await second)).toBe('well')
  const third = send(ask(1), 'text', never())
  workers[1]?.breakDown('out of memory')
  expect(reasonOf(await third)).toBe('out of memory')
  expect(reasonOf(await send(ask(1), 'text', never()))).toContain('too many')
})
