import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { main } from '#tools/analyse.ts'
import { aCaseFile, anEvent, roles } from '#tests/fixtures/case-file.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'analyse '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const root = path.resolve(import.meta.dirname, '..')

const referral = anEvent('r', '2016-02-01', { type: 'referral', agencies: roles({ gp: 'sender', csc: 'recipient' }) })
writeFileSync(path.join(folder, 'case.json'), JSON.stringify(aCaseFile({ events: [referral] })))
writeFileSync(path.join(folder, 'broken.json'), JSON.stringify({ ...aCaseFile(), title: '' }))

function run(...args: readonly string[]) {
  const [out, error] = [
    vi.spyOn(console, 'log').mockImplementation(() => {}),
    vi.spyOn(console, 'error').mockImplementation(() => {}),
  ]
  const code = main(args, { root, cwd: folder })
  const said = { code, out: out.mock.calls.flat().join('\n'), error: error.mock.calls.flat().join('\n') }
  vi.restoreAllMocks()
  return said
}

describe('npm run analyse', () => {
  test('prints one case as JSON and nothing else', () => {
    const { code, out, error } = run('case.json')
    expect([code, error]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({ case: 'case', candidates: [{ rule: 'request-without-reply' }] })
  })

  test('names the file and the place of what is wrong with it', () => {
    const { code, out, error } = run('broken.json')
    expect([code, out]).toEqual([1, ''])
    expect(error).toContain('broken.json: title')
    expect(run('none.json')).toMatchObject({ code: 1, out: '' })
  })

  test.each([[[]], [['case.json', 'case.json']], [['--nonsense', 'case.json']]])(
    'given %j tells how it is used',
    (args) => {
      const { code, error } = run(...args)
      expect(code).toBe(2)
      expect(error).toContain('Usage: npm run analyse')
    },
  )

  test('compares the rules with the reviews that date their events', () => {
    const { code, out } = run('--calibrate')
    expect(code).toBe(0)
    expect(out).toContain('Cases: baby-k, child-m, child-v')
    expect(out).toMatch(/Findings raised +\d+ of \d+/)
    expect(JSON.parse(run('--calibrate', '--json', 'case.json').out)).toMatchObject({ cases: ['case'], traceable: 0 })
  })
})
