import { expect, test } from 'vitest'
import { tellAccounts } from '#analysis/rules/account-words.ts'
import { analyseCase } from '#analysis/rules/analyse.ts'
import { indexCase } from '#analysis/case-index.ts'
import { tellClocks } from '#analysis/rules/clock-words.ts'
import { tellMeetings } from '#analysis/rules/meeting-table.ts'
import { cutAtHorizon } from '#analysis/knowledge/cut.ts'
import { DEFAULT_THRESHOLDS } from '#analysis/rules/thresholds.ts'
import { findCompared } from '#analysis/rules/tuning.ts'
import { instant } from '#model/time.ts'
import { openDesk } from '#store/rules-desk.ts'
import { aCase, aCaseFile } from '#tests/fixtures/case-file.ts'
import { aWinter } from '#tests/fixtures/winter.ts'

const text = JSON.stringify(aWinter())
const of = aCase(aWinter())
const limits = DEFAULT_THRESHOLDS
const day = instant(Date.UTC(2014, 0, 1))

test('says what the analysis says, of the whole case and of the case up to a day', () => {
  const answer = openDesk()
  const whole = answer({ kind: 'rules', number: 1, text, day: undefined, limits })
  const { candidates, matrix } = analyseCase(of, limits)
  expect(candidates.length).toBeGreaterThan(0)
  expect(whole).toEqual({ kind: 'rules', candidates, matrix })
  const cut = analyseCase(cutAtHorizon(of, day), limits)
  expect(answer({ kind: 'rules', number: 1, text: undefined, day, limits })).toEqual({
    kind: 'rules',
    candidates: cut.candidates,
    matrix: cut.matrix,
  })
  expect(answer({ kind: 'lengths', number: 1, text: undefined, day: undefined })).toEqual({
    kind: 'lengths',
    lengths: findCompared(of),
  })
  expect(answer({ kind: 'clocks', number: 1, text: undefined, day })).toEqual({
    kind: 'clocks',
    clocks: tellClocks(cutAtHorizon(of, day)),
  })
  expect(answer({ kind: 'accounts', number: 1, text: undefined, day, limits })).toEqual({
    kind: 'accounts',
    accounts: tellAccounts(cutAtHorizon(of, day), limits),
  })
  const meetings = tellMeetings(indexCase(of), limits)
  expect(meetings).not.toEqual([])
  expect(answer({ kind: 'meetings', number: 1, text: undefined, day: undefined, limits })).toEqual({
    kind: 'meetings',
    meetings,
  })
  expect(answer({ kind: 'meetings', number: 1, text: undefined, day, limits })).toEqual({
    kind: 'meetings',
    meetings: [],
  })
})

test('another number is another case, even on the same day', () => {
  const answer = openDesk()
  answer({ kind: 'rules', number: 1, text, day, limits })
  const other = answer({ kind: 'rules', number: 2, text: JSON.stringify(aCaseFile()), day, limits })
  expect(other).toMatchObject({ kind: 'rules', candidates: [] })
})

test('trouble is an answer, and the desk goes on', () => {
  const answer = openDesk()
  expect(answer({ kind: 'lengths', number: 1, text: 'Dear Sir,', day: undefined })).toMatchObject({ kind: 'trouble' })
  expect(answer({ kind: 'lengths', number: 1, text, day: undefined })).toMatchObject({ kind: 'lengths' })
})
