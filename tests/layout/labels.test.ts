import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carryLabels, cutToWidth, formsOf, labelWithin, type LabelWish, placeLabels } from '#layout/labels.ts'
import { type Box, boxesMeet } from '#layout/metrics.ts'
import { LETTER_PX, measure, METRICS } from '#tests/fixtures/picture.ts'

const letters = (count: number) => count * LETTER_PX

describe('a text cut to a width', () => {
  test('is whole when it fits', () => {
    expect(cutToWidth('Home visit', letters(10), false, measure)).toBe('Home visit')
  })

  test('is cut at a word, with an ellipsis that fits too', () => {
    expect(cutToWidth('Home visit by the midwife', letters(19), false, measure)).toBe('Home visit by the…')
    expect(cutToWidth('Home visit by the midwife', letters(17), false, measure)).toBe('Home visit by…')
  })

  test('ends in neither a comma nor a dash nor a blank before its ellipsis', () => {
    expect(cutToWidth('Visited, not seen', letters(10), false, measure)).toBe('Visited…')
    expect(cutToWidth('Visited – not seen', letters(12), false, measure)).toBe('Visited…')
    expect(cutToWidth('Two reasons: one and two', letters(14), false, measure)).toBe('Two reasons…')
  })

  test('is nothing when no useful word fits', () => {
    expect(cutToWidth('A visit to the family', letters(5), false, measure)).toBeUndefined()
    expect(cutToWidth('Unaccompanied', letters(6), false, measure)).toBeUndefined()
    expect(cutToWidth('Home visit', 0, false, measure)).toBeUndefined()
  })

  test('is measured as it will be drawn', () => {
    const boldIsWider = (text: string, bold: boolean) => text.length * (bold ? 2 : 1)
    expect(cutToWidth('Strategy meeting', 16, false, boldIsWider)).toBe('Strategy meeting')
    expect(cutToWidth('Strategy meeting', 18, true, boldIsWider)).toBe('Strategy…')
  })

  test('never grows wider than told, and is always the beginning of the text', () => {
    const word = fc.stringMatching(/^[a-zA-Z,;:–]{1,9}$/)
    const text = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 400 }), (whole, widthPx) => {
        const cut = cutToWidth(whole, widthPx, false, measure)
        const kept = cut?.replace(/…$/, '')
        expect(measure(cut ?? '', false)).toBeLessThanOrEqual(widthPx)
        expect(whole.startsWith(kept ?? '')).toBe(true)
        expect(kept === undefined || kept === whole || /^[\s,;:–-]/.test(whole.slice(kept.length))).toBe(true)
      }),
    )
  })
})

const LANE = { top: 0, bottom: 60 }

function wish(key: string, text: string, x: number, more: Partial<LabelWish> = {}): LabelWish {
  const anchor: Box = { x0: x - 6, x1: x + 6, y0: 24, y1: 36 }
  return { key, text, bold: false, rank: 7, anchor, tone: 'event', ...LANE, ...more }
}

const place = (wishes: readonly LabelWish[], obstacles: readonly Box[] = wishes.map(({ anchor }) => anchor)) =>
  placeLabels(wishes, obstacles, measure, METRICS.labelPx)

const wall = (x0: number, x1: number, y0 = -100, y1 = 200): Box => ({ x0, x1, y0, y1 })

describe('words beside a mark', () => {
  const one = wish('a', 'Home visit', 200)

  test('stand at its right, in the middle of its height', () => {
    const [label] = place([one]).labels
    expect(label?.x).toBe(209)
    expect(label && (label.box.y0 + label.box.y1) / 2).toBeCloseTo(30)
    // The baseline is in the lower part of the box.
    expect(label && label.y > 30 && label.y < label.box.y1).toBe(true)
  })

  test('go below it when something stands at its right, and above it when that is taken too', () => {
    const right = wall(207, 400, 24, 36)
    const [below] = place([one], [one.anchor, right]).labels
    expect(below?.box.y0).toBe(37)
    const [above] = place([one], [one.anchor, right, wall(100, 400, 36, 60), wall(100, 194, 24, 36)]).labels
    expect(above && above.box.y1 <= one.anchor.y0).toBe(true)
  })

  test('go to its left when there is no room below', () => {
    const [left] = place([{ ...one, bottom: 40 }], [one.anchor, wall(207, 400)]).labels
    expect(left && left.box.x1 <= one.anchor.x0).toBe(true)
  })

  test('never leave their band', () => {
    const tight = { ...one, top: 23, bottom: 37 }
    expect(place([tight], [tight.anchor, wall(207, 400), wall(0, 193)])).toEqual({ labels: [], unplaced: ['a'] })
  })

  test('are cut shorter before they are given up', () => {
    const long = wish('a', 'Midwife and health visitor visit the family together', 200)
    const walls = [wall(300, 900), wall(0, 193)]
    const [label] = place([{ ...long, top: 23, bottom: 37 }], [long.anchor, ...walls]).labels
    expect(label?.text).toBe('Midwife and…')
    expect(label && label.box.x1 <= 300).toBe(true)
    expect(place([long]).labels[0]?.text).toBe(long.text)
  })

  test('that find no room give way to the event’s number, but only once all words stand', () => {
    // The first mark matters more and has no room for words; the number it gets must not take those of the second.
    const crowded = wish('crowded', 'Unaccompanied', 200, { number: '12', rank: 0, top: 10, bottom: 50 })
    const other = wish('other', 'Home visit', 245, { number: '13', top: 10, bottom: 50 })
    const { labels, unplaced } = place([crowded, other], [crowded.anchor, other.anchor, wall(100, 193), wall(207, 238)])
    expect(labels.map(({ key, text, tone }) => [key, text, tone])).toEqual([
      ['other', 'Home visit', 'event'],
      ['crowded', '12', 'number'],
    ])
    expect(unplaced).toEqual(['crowded'])
    expect(labels[1] && labels[1].box.y0).toBe(crowded.anchor.y1)
  })

  test('what matters more has its words first, and equals go from left to right', () => {
    const near = [
      wish('late', 'Home visit', 230),
      wish('early', 'Home visit', 200),
      wish('missed', 'No referral', 215, { rank: 0 }),
    ]
    const { labels, unplaced } = place(near)
    expect([...labels.map(({ key }) => key), ...unplaced]).toEqual(['missed', 'early', 'late'])
  })
})

describe('words once all stand', () => {
  const long = 'Midwife and health visitor visit the family together'

  test('grow to the whole title where there is room, and at the edge of the sight are cut as little as it takes', () => {
    const [label] = place([wish('a', long, 200)]).labels
    if (!label) throw new Error('There is no label.')
    const forms = formsOf(label)
    expect(forms.map(({ text }) => text)).toEqual([
      long,
      'Midwife and health visitor visit the family…',
      'Midwife and health visitor visit the…',
      'Midwife and health visitor visit…',
      'Midwife and health visitor…',
      'Midwife and health…',
    ])
    const { x0 } = label.box
    for (const form of forms) {
      expect(form.box.x1 - form.x).toBeCloseTo(measure(form.text, false) + 2, 6)
      expect(labelWithin(label, x0, form.box.x1)).toEqual(form)
      expect(labelWithin(label, x0, form.box.x1 - 1)?.text).not.toBe(form.text)
    }
    expect(labelWithin(label, x0, (forms.at(-1)?.box.x1 ?? 0) - 1)).toBeUndefined()
    expect(labelWithin(label, x0 + 1, label.box.x1)).toBeUndefined()
  })

  test('grow by as many words as there is room for', () => {
    const [label] = place([wish('a', long, 200)], [wish('a', long, 200).anchor, wall(440, 900)]).labels
    expect(label?.text).toBe('Midwife and health visitor visit…')
  })

  test('all grow to what is taken in at a glance before any grows further', () => {
    // The words of the second stand at the left of its mark and grow towards those of the first.
    const room = { top: 23, bottom: 38 }
    const first = { ...wish('a', long, 200), ...room, rank: 0 }
    const second = { ...wish('b', long, 640), ...room, rank: 1 }
    const walls = [first.anchor, second.anchor, wall(0, 190), wall(650, 1100)]
    const shown = place([first, second], walls).labels.map(({ text, box }) => ({ text, box }))
    expect(shown.map(({ text }) => text.startsWith('Midwife and health visitor'))).toEqual([true, true])
  })

  test('at the left of their mark grow to the left', () => {
    const tight = { ...wish('a', long, 400), top: 23, bottom: 38 }
    const [label] = place([tight], [tight.anchor, wall(407, 900)]).labels
    expect(label && [label.text, label.box.x1]).toEqual([long, tight.anchor.x0 - 1])
  })

  test('do not grow into the words of others', () => {
    const texts = place([
      { ...wish('a', long, 200), top: 23, bottom: 38 },
      { ...wish('b', long, 345), top: 23, bottom: 38 },
    ]).labels.map(({ text }) => text)
    expect(texts).toEqual(['Midwife and health…', long])
  })

  test('keep to the right, cut shorter, where room was kept for them there', () => {
    const walls = [wall(310, 900, 20, 40)]
    const elsewhere = place([wish('a', long, 200)], [wish('a', long, 200).anchor, ...walls]).labels[0]
    const kept = wish('a', long, 200, { keepsRight: true })
    const right = place([kept], [kept.anchor, ...walls]).labels[0]
    expect(elsewhere && elsewhere.box.y0 >= 37).toBe(true)
    expect(right && [right.text, right.x]).toEqual(['Midwife and…', 209])
  })
})

describe('labels of any crowd', () => {
  const wishes = fc
    .array(
      fc.record({
        x: fc.integer({ min: 0, max: 900 }),
        y: fc.integer({ min: 6, max: 120 }),
        rank: fc.integer({ min: 0, max: 7 }),
        words: fc.integer({ min: 1, max: 8 }),
        bold: fc.boolean(),
      }),
      { maxLength: 40 },
    )
    .map((all) =>
      all.map(({ x, y, rank, words, bold }, place): LabelWish => {
        const lane = Math.floor(y / 60) * 60
        return {
          ...wish(`w${place}`, Array.from({ length: words }, () => 'visits').join(' '), x),
          anchor: { x0: x - 6, x1: x + 6, y0: y - 6, y1: y + 6 },
          ...(place % 2 === 0 ? { number: String(place) } : {}),
          rank,
          bold,
          top: lane,
          bottom: lane + 60,
        }
      }),
    )
  const obstacles = fc.array(
    fc.record({
      x0: fc.integer({ min: -50, max: 900 }),
      y0: fc.integer({ min: 0, max: 110 }),
      width: fc.integer({ min: 1, max: 300 }),
      height: fc.integer({ min: 1, max: 30 }),
    }),
    { maxLength: 15 },
  )
  const boxes = obstacles.map((all) =>
    all.map(({ x0, y0, width, height }): Box => ({ x0, y0, x1: x0 + width, y1: y0 + height })),
  )

  test('meet neither an obstacle nor one another, stay in their band, and every wish is a label or listed', () => {
    fc.assert(
      fc.property(wishes, boxes, (wanted, walls) => {
        const taken = [...walls, ...wanted.map(({ anchor }) => anchor)]
        const { labels, unplaced } = place(wanted, taken)
        const covered = labels.flatMap(({ key, box }, at) =>
          [...taken, ...labels.slice(at + 1).map((other) => other.box)].some((other) => boxesMeet(box, other))
            ? [key]
            : [],
        )
        expect(covered).toEqual([])
        const byKey = new Map(wanted.map((one) => [one.key, one]))
        const strayed = labels.filter(({ key, box }) => {
          const band = byKey.get(key)
          return !band || box.y0 < band.top || box.y1 > band.bottom
        })
        expect(strayed).toEqual([])
        const worded = labels.filter(({ tone }) => tone !== 'number').map(({ key }) => key)
        expect([...worded, ...unplaced].toSorted()).toEqual([...byKey.keys()].toSorted())
        const numbered = labels.filter(({ tone }) => tone === 'number')
        expect(numbered.filter(({ key, text }) => !unplaced.includes(key) || text !== byKey.get(key)?.number)).toEqual(
          [],
        )
        const narrow = labels.filter(({ box, text, bold }) => box.x1 - box.x0 < measure(text, bold) * 0.7)
        expect(narrow).toEqual([])
      }),
    )
  })

  test('do not depend on the order of the wishes', () => {
    const inTwoOrders = wishes.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    )
    fc.assert(
      fc.property(inTwoOrders, ([all, shuffled]) => {
        expect(place(shuffled)).toEqual(
          place(
            all,
            shuffled.map(({ anchor }) => anchor),
          ),
        )
      }),
    )
  })

  test('carried along keep their words, whole or cut, and their side, and meet nothing, wherever their anchors go', () => {
    const stretch = fc.double({ min: 0.3, max: 3, noNaN: true })
    fc.assert(
      fc.property(wishes, stretch, (wanted, factor) => {
        const gone = wanted.map((one): LabelWish => {
          const by = one.anchor.x0 * (factor - 1)
          return { ...one, anchor: { ...one.anchor, x0: one.anchor.x0 + by, x1: one.anchor.x1 + by } }
        })
        const anchors = gone.map(({ anchor }) => anchor)
        const before = new Map(place(wanted).labels.map((label) => [label.key, label]))
        const carried = carryLabels(gone, anchors, [...before.values()])
        for (const [at, { key, text, box, x, y, anchor }] of carried.entries()) {
          const from = before.get(key)
          const form = from && formsOf(from).find((one) => one.text === text)
          expect(y).toBe(form?.y)
          expect(x - anchor.x0).toBeCloseTo((form?.x ?? 0) - (from?.anchor.x0 ?? 0), 6)
          const others = [...anchors, ...carried.slice(at + 1).map((other) => other.box)]
          expect(others.filter((other) => boxesMeet(box, other))).toEqual([])
        }
      }),
    )
  })

  test('carried to where nothing has moved are the same labels', () => {
    fc.assert(
      fc.property(wishes, (wanted) => {
        const { labels } = place(wanted)
        const carried = carryLabels(
          wanted,
          wanted.map(({ anchor }) => anchor),
          labels,
        )
        const inTurn = (all: typeof labels) => all.toSorted((a, b) => (a.key < b.key ? -1 : 1))
        expect(inTurn(carried)).toEqual(inTurn(labels))
      }),
    )
  })
})

test('a length is said whole or not at all', () => {
  const length = '1,097 to 1,156 days and some more of them'
  const { labels } = placeLabels([wish('a', length, 300, { tone: 'gap' })], [], measure, METRICS.labelPx)
  expect(labels.map(({ text }) => text)).toEqual([length])
  const walls = [wall(300 + 12, 320), wall(280, 300 - 12)]
  const { labels: few } = placeLabels([wish('a', length, 300, { tone: 'gap' })], walls, measure, METRICS.labelPx)
  expect(few).toEqual([])
})
