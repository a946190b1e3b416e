import { expect, test } from 'vitest'
import { lengthMs, type Span, scaleAbout, shift, span } from '#model/time.ts'
import { createMotion } from '#views/explore/motion.ts'
import { at } from '#tests/fixtures/when.ts'

const october = span(at('2013-10-01'), at('2013-11-01'))
const closer = scaleAbout(october, october.start, 0.5)

/** A motion under a clock that goes only when told to, with a frame every 16 ms. */
function aMotion() {
  let now = 0
  let last = 0
  const due = new Map<number, { readonly at: number; readonly run: () => void }>()
  const later = (run: () => void, ms: number) => {
    last += 1
    due.set(last, { at: now + ms, run })
    return last
  }
  const forget = (key: number | undefined) => void due.delete(key ?? -1)
  const clock = {
    now: () => now,
    setTimeout: later,
    clearTimeout: forget,
    nextFrame: (run: () => void) => later(run, 16),
    cancelFrame: forget,
  }
  const shown: Span[] = []
  const motion = createMotion((window) => shown.push(window), clock)
  const steps: (Span | undefined)[] = []
  motion.watch(() => steps.push(motion.now()))
  const wait = (ms: number) => {
    for (const until = now + ms; now < until; now += 1)
      for (const [key, { at: when, run }] of due)
        if (when <= now) {
          due.delete(key)
          run()
        }
  }
  /** Frames that come far apart. */
  const late = (ms: number, count: number) => {
    for (let frame = 0; frame < count; frame += 1) {
      now += ms
      wait(1)
    }
  }
  return { motion, shown, steps, wait, late, waiting: () => due.size }
}

test('the steps of a gesture are shown for good once, when no other follows', () => {
  const { motion, shown, steps, wait, waiting } = aMotion()
  for (const days of [1, 2, 3]) {
    motion.step(shift(october, days))
    wait(100)
  }
  expect(shown).toEqual([])
  expect(motion.now()).toEqual(shift(october, 3))
  wait(100)
  expect(shown).toEqual([shift(october, 3)])
  expect(motion.now()).toBeUndefined()
  expect(steps).toEqual([...[1, 2, 3].map((days) => shift(october, days)), undefined])
  expect(waiting()).toBe(0)
})

test('an ease goes from one window to the other in many steps, slower and slower, and arrives once', () => {
  const { motion, shown, steps, wait, waiting } = aMotion()
  motion.ease(october, closer, () => shown.push(closer))
  expect(motion.now()).toEqual(october)
  expect(motion.goal()).toEqual(closer)
  wait(190)
  expect(shown).toEqual([])
  wait(40)
  expect(shown).toEqual([closer])
  expect(steps.at(-1)).toBeUndefined()
  expect(waiting()).toBe(0)
  const lengths = steps.flatMap((one) => (one ? [lengthMs(one)] : []))
  expect(lengths.length).toBeGreaterThan(8)
  // The first is where it began, and stands for one frame more.
  const changes = lengths.slice(2).map((length, place) => (lengths[place + 1] ?? 0) / length)
  expect(changes.every((change) => change > 1)).toBe(true)
  expect(changes).toEqual(changes.toSorted((a, b) => b - a))
})

test('an ease under frames that come late still goes all the way in steps', () => {
  const { motion, steps, late } = aMotion()
  motion.ease(october, closer, () => undefined)
  late(1000, 4)
  expect(motion.now()).toBeDefined()
  expect(new Set(steps.map((one) => one && lengthMs(one))).size).toBe(4)
})

test('a step during an ease takes over from it', () => {
  const { motion, shown, wait } = aMotion()
  motion.ease(october, closer, () => shown.push(closer))
  wait(50)
  motion.step(shift(october, 1))
  wait(400)
  expect(shown).toEqual([shift(october, 1)])
})

test('it can be told to rest at once, where it was going', () => {
  const { motion, shown, wait, waiting } = aMotion()
  motion.rest()
  expect(shown).toEqual([])
  motion.ease(october, closer, () => shown.push(closer))
  wait(50)
  motion.rest()
  expect(shown).toEqual([closer])
  expect(motion.now()).toBeUndefined()
  expect(waiting()).toBe(0)
})

test('it can be dropped, and then goes nowhere', () => {
  const { motion, shown, steps, wait } = aMotion()
  motion.step(closer)
  motion.drop()
  wait(400)
  expect(shown).toEqual([])
  expect(steps).toEqual([closer, undefined])
  motion.drop()
  expect(steps).toHaveLength(2)
})

test('who no longer watches is not told', () => {
  const { motion } = aMotion()
  let count = 0
  const stop = motion.watch(() => (count += 1))
  motion.step(closer)
  stop()
  motion.drop()
  expect(count).toBe(1)
})
