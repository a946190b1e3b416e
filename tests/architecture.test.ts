import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

/**
 * The map of the house: each folder of `src/`, whom it may see, and which packages it may use.
 * What is not listed is not allowed. A package stands for its sub-paths too, unless only a sub-path is named.
 */
const ROOMS: Record<string, { folders: readonly string[]; packages: readonly string[]; css?: true }> = {
  model: { folders: [], packages: ['date-fns', '@date-fns/utc', 'zod/mini'] },
  analysis: { folders: ['model'], packages: ['date-fns', '@date-fns/utc'] },
  layout: { folders: ['model', 'analysis'], packages: ['d3-array', 'd3-time'] },
  exchange: { folders: ['model', 'analysis', 'layout'], packages: ['docx'] },
  chart: { folders: ['model', 'layout'], packages: ['react'], css: true },
  store: { folders: ['model', 'analysis'], packages: ['zustand', '@tanstack/react-query'] },
  views: {
    folders: ['model', 'analysis', 'layout', 'exchange', 'chart', 'store', 'data'],
    packages: ['react', 'd3-array'],
    css: true,
  },
  app: {
    folders: ['views', 'store', 'data'],
    packages: ['react', 'react-dom', '@tanstack/react-query', '@fontsource/atkinson-hyperlegible-next'],
    css: true,
  },
}

/** Within a room with chambers: what each chamber may see of its own room. What stands in the room itself sees no chamber. */
const CHAMBERS: Record<string, readonly string[]> = {
  analysis: ['analysis'],
  'analysis/knowledge': ['analysis', 'analysis/knowledge'],
  'analysis/rules': ['analysis', 'analysis/knowledge', 'analysis/rules'],
}

/** Names that say nothing about what is inside. */
const EMPTY_NAMES = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'shared',
  'types',
  'misc',
  'constants',
  'index',
  'lib',
]

/** Every module a source names, in order; a place that only running the code could tell is given as its expression. */
function findImports(file: string, source: string): string[] {
  const { module, errors } = parseSync(file, source)
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message ?? ''}`)
  const exported = module.staticExports.flatMap((one) =>
    one.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
  )
  const dynamic = module.dynamicImports.map(({ moduleRequest }) => source.slice(moduleRequest.start, moduleRequest.end))
  return [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...exported,
    ...dynamic.map((text) => /^(['"])([^'"]*)\1$/.exec(text)?.[2] ?? text),
  ]
}

function hasDefaultExport(file: string, source: string): boolean {
  const { module } = parseSync(file, source)
  const names = module.staticExports.flatMap((one) => one.entries.map((entry) => entry.exportName))
  return names.some(({ kind, name }) => kind === 'Default' || name === 'default')
}

function mayImport(folder: string, chamber: string, wanted: string): boolean {
  const room = ROOMS[folder]
  const seen = CHAMBERS[chamber]
  if (seen && wanted.startsWith(`#${folder}/`)) return seen.includes(path.posix.dirname(wanted.slice(1)))
  if (!room || wanted.split('/').includes('..')) return false
  if (wanted.endsWith('.css') && !room.css) return false
  if (wanted.startsWith('./')) return true
  // Within a room with chambers, `#views/details/…` leads from one to another, since `../` leads nowhere.
  if (wanted.startsWith('#')) return [folder, ...room.folders].includes(wanted.slice(1).split('/', 1)[0] ?? '')
  return room.packages.some((one) => wanted === one || wanted.startsWith(`${one}/`))
}

/** What is wrong with a source file, in words; nothing when all is well. `file` is its place below `src/`, with slashes. */
function findStrays(file: string, source: string): string[] {
  const steps = file.split('/')
  const folder = steps.length > 1 ? (steps[0] ?? '') : ''
  const strays: string[] = []
  if (!ROOMS[folder]) strays.push(`${file} is in no room of the map`)
  for (const step of steps) {
    const name = step.replace(/\..*$/, '')
    if (EMPTY_NAMES.includes(name)) strays.push(`the name ${name} says nothing about what is inside`)
  }
  if (/\.[cm]?[jt]sx?$/.test(file)) {
    if (hasDefaultExport(file, source)) strays.push('it has a default export')
    if (source.includes('import.meta.glob')) strays.push('import.meta.glob imports what no one can see')
    for (const wanted of findImports(file, source))
      if (!mayImport(folder, path.posix.dirname(file), wanted))
        strays.push(`${CHAMBERS[folder] ? path.posix.dirname(file) : folder} may not import ${wanted}`)
  }
  return strays
}

const root = path.resolve(import.meta.dirname, '..', 'src')
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
  .sort()

test.each(files)('src/%s imports only what its room may', (file) => {
  expect(findStrays(file, readFileSync(path.join(root, file), 'utf8'))).toEqual([])
})

test('the map has no way round in a circle', () => {
  const order = Object.keys(ROOMS)
  const upward = order.flatMap((name, place) =>
    (ROOMS[name]?.folders ?? []).filter((other) => other !== 'data' && order.indexOf(other) >= place),
  )
  expect(upward).toEqual([])
})

test.each([
  ['model/a.ts', "import { useState } from 'react'", 'model may not import react'],
  ['model/a.ts', "import type { Query } from '#store/query.ts'", 'model may not import #store/query.ts'],
  [
    'analysis/a.ts',
    "import { analyse } from '#analysis/rules/analyse.ts'",
    'analysis may not import #analysis/rules/analyse.ts',
  ],
  [
    'analysis/knowledge/a.ts',
    "import { analyse } from '#analysis/rules/analyse.ts'",
    'analysis/knowledge may not import #analysis/rules/analyse.ts',
  ],
  ['model/a.ts', "import * as z from 'zod'", 'model may not import zod'],
  ['model/a.ts', "import { readFileSync } from 'node:fs'", 'model may not import node:fs'],
  ['model/a.ts', "import { x } from 'zod/minima'", 'model may not import zod/minima'],
  ['layout/a.ts', "import { select } from 'd3'", 'layout may not import d3'],
  ['chart/A.tsx', "export { view } from '#store/view.ts'", 'chart may not import #store/view.ts'],
  ['store/a.ts', "import './store.css'", 'store may not import ./store.css'],
  ['store/a.ts', "export * from '#chart/axis.ts'", 'store may not import #chart/axis.ts'],
  ['exchange/a.ts', "const open = () => import('#views/Library.tsx')", 'exchange may not import #views/Library.tsx'],
  ['exchange/a.ts', 'const open = (name: string) => import(name)', 'exchange may not import name'],
  ['views/A.tsx', "import { b } from '../chart/b.ts'", 'views may not import ../chart/b.ts'],
  ['views/A.tsx', "import { b } from './../chart/b.ts'", 'views may not import ./../chart/b.ts'],
  ['views/A.tsx', "import { b } from '#chart/../app/b.ts'", 'views may not import #chart/../app/b.ts'],
  ['views/A.tsx', 'export default function A() {}', 'it has a default export'],
  ['views/A.tsx', 'const A = 1; export { A as default }', 'it has a default export'],
  ['views/A.tsx', "export { default } from './B.tsx'", 'it has a default export'],
  ['views/a.ts', "export const all = import.meta.glob('./*.ts')", 'import.meta.glob imports what no one can see'],
  ['model/utils/a.ts', '', 'the name utils says nothing about what is inside'],
  ['model/helpers.ts', '', 'the name helpers says nothing about what is inside'],
  ['services/a.ts', '', 'services/a.ts is in no room of the map'],
  ['main.tsx', '', 'main.tsx is in no room of the map'],
])('in %s, %s is refused', (file, source, reason) => {
  expect(findStrays(file, source)).toEqual([reason])
})

test.each([
  [
    'model/a.ts',
    "import * as z from 'zod/mini'; import { addDays } from 'date-fns'; import { UTCDate } from '@date-fns/utc'",
  ],
  ['layout/a.ts', "import { utcDay } from 'd3-time'; import type { Case } from '#model/case.ts'"],
  ['views/A.tsx', "import './a.css'; import themes from '#data/themes.json'; import { Chart } from '#chart/Chart.tsx'"],
  [
    'app/main.tsx',
    "import { createRoot } from 'react-dom/client'; import '@fontsource/atkinson-hyperlegible-next/400.css'",
  ],
  ['model/a.ts', "export const title = \"moved in from 'the house next door'\" // import x from 'react'"],
])('in %s, %s is allowed', (file, source) => {
  expect(findStrays(file, source)).toEqual([])
})
