import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { closingLine, countPlaywright, countVitest, sumCounts } from '#tools/count.mjs'
import { findMissing } from '#tools/dependencies.mjs'
import { firstDownload } from '#tools/first-download.mjs'
import { locked } from '#tools/lock.mjs'
import { serve } from '#tools/serve.mjs'

const room = mkdtempSync(path.join(tmpdir(), 'a place with spaces '))
afterAll(() => rmSync(room, { recursive: true, force: true }))

function folder(name: string, files: Record<string, string>): string {
  const place = path.join(room, name)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(place, file)), { recursive: true })
    writeFileSync(path.join(place, file), text)
  }
  return place
}

describe('counting tests', () => {
  const file = (status: string, assertionResults: unknown[]) => ({ status, assertionResults })

  test('a file that cannot be loaded counts as a failed test', () => {
    const testResults = [file('passed', [{}, {}]), file('failed', [])]
    const report = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 1, testResults }
    expect(countVitest(report)).toEqual({ passed: 2, failed: 1, skipped: 1 })
  })

  test('a browser test that passes only at the second try counts as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }
    expect(countPlaywright({ stats })).toEqual({ passed: 5, failed: 2, skipped: 0 })
  })

  test('a check that fails without a failing test keeps the last line from saying that nothing failed', () => {
    const unit = { ok: true, counts: { passed: 7, failed: 0, skipped: 0 } }
    expect(closingLine(sumCounts([unit, { ok: true }]))).toBe('7 passed, 0 failed')
    expect(closingLine(sumCounts([unit, { ok: false }]))).toBe('7 passed, 1 failed')
  })

  test('failing tests are not counted a second time for their check', () => {
    const unit = { ok: false, counts: { passed: 7, failed: 2, skipped: 0 } }
    expect(closingLine(sumCounts([unit]))).toBe('7 passed, 2 failed')
  })
})

describe('what is missing', () => {
  const lock = (packages: Record<string, unknown>) => JSON.stringify({ packages: { '': {}, ...packages } })
  const wanted = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }

  test('everything, when nothing was ever installed', () => {
    expect(findMissing(folder('never', { 'package-lock.json': lock(wanted) }))).toEqual(Object.keys(wanted))
  })

  test('a package of another version, and one whose folder is gone', () => {
    const place = folder('half', {
      'package-lock.json': lock({ ...wanted, 'node_modules/c': { version: '3.0.0' } }),
      'node_modules/.package-lock.json': lock({ ...wanted, 'node_modules/c': { version: '2.9.0' } }),
      'node_modules/a/package.json': '{}',
      'node_modules/c/package.json': '{}',
    })
    expect(findMissing(place)).toEqual(['node_modules/b', 'node_modules/c'])
  })

  test('not a package for another system', () => {
    const foreign = { 'node_modules/x': { version: '1.0.0', optional: true, os: ['none'], cpu: [process.arch] } }
    expect(findMissing(folder('foreign', { 'package-lock.json': lock(foreign) }))).toEqual([])
  })
})

test('one lock lets two pieces of work through one after the other', async () => {
  const seen: string[] = []
  const work = (name: string) => async () => {
    seen.push(`${name} begins`)
    await new Promise((resolve) => setTimeout(resolve, 20))
    seen.push(`${name} ends`)
  }
  const lock = `test-${process.pid}`
  await Promise.all([locked(lock, work('a')), locked(lock, work('b'))])
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

test('the first download is the script, its preloads and the styles, but no icon and no prefetch', () => {
  const html = `<link rel="icon" href="./i.svg"><link rel="modulepreload" crossorigin href="./b.js">
    <link rel="stylesheet" href="./c.css"><link rel="prefetch" href="./d.js"><script type="module" src="./a.js"></script>`
  expect(firstDownload(html)).toEqual(['./b.js', './c.css', './a.js'])
})

describe('the server', () => {
  const site = folder('site', {
    'index.html': '<h1>Home</h1>',
    'assets/a-123.js': '1',
    'cases/baby k.json': '{}',
    '../beside.txt': 'secret',
  })
  const secret = path.join(room, 'site-secret')
  mkdirSync(secret)
  writeFileSync(path.join(secret, 'a.txt'), 'secret')

  // fetch() would tidy the address up before it is sent.
  const ask = async (url: string, address: string, method = 'GET') =>
    new Promise<{ status: number | undefined; type: string | undefined; cache: string | undefined }>(
      (resolve, reject) => {
        request({ host: '127.0.0.1', port: new URL(url).port, path: address, method }, (response) => {
          response.resume()
          const { 'content-type': type, 'cache-control': cache } = response.headers
          resolve({ status: response.statusCode, type, cache })
        })
          .on('error', reject)
          .end()
      },
    )

  test('gives each file out below the sub-path, with its type', async () => {
    const { url, close } = await serve({ folder: site, base: '/any/sub/path/' })
    expect(await ask(url, '/any/sub/path/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' })
    expect(await ask(url, '/any/sub/path/?x#y')).toMatchObject({ status: 200 })
    expect(await ask(url, '/any/sub/path/assets/a-123.js')).toMatchObject({
      status: 200,
      type: 'text/javascript; charset=utf-8',
      cache: 'public, max-age=31536000, immutable',
    })
    expect(await ask(url, '/any/sub/path/cases/baby%20k.json', 'HEAD')).toMatchObject({
      status: 200,
      type: 'application/json; charset=utf-8',
      cache: 'no-cache',
    })
    expect(await ask(url, '/any/sub/path')).toMatchObject({ status: 301 })
    await close()
  })

  test.each([
    '/../beside.txt',
    '/%2e%2e/beside.txt',
    '/..%2fsite-secret/a.txt',
    '/%00',
    '/%',
    '/none',
    '/assets',
    '//etc/passwd',
  ])('has nothing at %s', async (address) => {
    const { url, close } = await serve({ folder: site })
    expect(await ask(url, address)).toMatchObject({ status: 404 })
    await close()
  })

  test('only gives, and takes the next port when one is taken', async () => {
    const first = await serve({ folder: site })
    const second = await serve({ folder: site, port: Number(new URL(first.url).port) })
    expect(Number(new URL(second.url).port)).toBeGreaterThan(Number(new URL(first.url).port))
    expect(await ask(second.url, '/', 'POST')).toMatchObject({ status: 405 })
    await Promise.all([first.close(), second.close()])
  })
})
