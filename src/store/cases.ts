import { QueryClient, queryOptions, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import type { CatalogueEntry } from '#analysis/catalogue.ts'
import type { Case } from '#model/case.ts'
import { parseCaseText } from '#model/parse-case.ts'
import type { Problem } from '#model/problem.ts'

/** Why a case cannot be shown, with everything a reader needs to put it right. */
export class CaseError extends Error {
  readonly title: string
  readonly problems: readonly Problem[]
  constructor(title: string, problems: readonly Problem[] = []) {
    super(title)
    this.name = 'CaseError'
    this.title = title
    this.problems = problems
  }
}

/** Published files never change under a reader, and nothing here needs a network to be tried. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: Infinity,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        // A case is told from another by being it: a copy with shared parts would have no source.
        structuralSharing: false,
      },
    },
  })
}

async function fetchText(address: string, what: string): Promise<string> {
  let response: Response
  try {
    response = await fetch(address)
  } catch {
    throw new CaseError(`${what} could not be loaded. Check that the files of this site are complete, then try again.`)
  }
  if (!response.ok)
    throw new CaseError(
      response.status === 404
        ? `There is no ${what} here. The library lists the cases that are.`
        : `${what} could not be loaded (the server answered ${response.status}). Try again in a moment.`,
    )
  return response.text()
}

/** What a case was read from, and a number that no other case of this visit has. */
interface Source {
  readonly number: number
  readonly text: string
}

const sources = new WeakMap<Case, Source>()
let count = 0

/** What a case was read from. A case that is cut or otherwise made has no source. */
export function sourceOf(of: Case): Source {
  const source = sources.get(of)
  if (!source) throw new Error('Only a case as it was read from a file has a source.')
  return source
}

/** A case from a file's text; throws a CaseError with every problem. */
export function readCaseFile(text: string, fileName: string): Case {
  const parsed = parseCaseText(text)
  if (parsed.ok) {
    count += 1
    sources.set(parsed.value, { number: count, text })
    return parsed.value
  }
  throw new CaseError(`${fileName} is not a case file that can be shown.`, parsed.problems)
}

const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: async () => readCaseFile(await fetchText(`cases/${id}.json`, `case “${id}”`), `cases/${id}.json`),
  })

export function useCase(id: string): UseQueryResult<Case> {
  return useQuery(caseQuery(id))
}

/** Asks for a case that is about to be shown, so that its file comes while the page is still being made. */
export function expectCase(client: QueryClient, id: string): void {
  void client.prefetchQuery(caseQuery(id))
}

function isEntry(value: unknown): value is CatalogueEntry {
  return typeof value === 'object' && value !== null && 'id' in value && 'title' in value && 'sparkline' in value
}

/** The catalogue that `npm run data` wrote from checked cases; undefined for anything else. */
function readCatalogue(text: string): readonly CatalogueEntry[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every(isEntry) ? value : undefined
  } catch {
    return undefined
  }
}

export function useCatalogue(): UseQueryResult<readonly CatalogueEntry[]> {
  return useQuery({
    queryKey: ['catalogue'],
    queryFn: async (): Promise<readonly CatalogueEntry[]> => {
      const text = await fetchText('catalogue.json', 'list of cases')
      const entries = readCatalogue(text)
      if (!entries) throw new CaseError('The list of cases cannot be read. Run “npm run data” to write it again.')
      return entries
    },
  })
}

/** The reader's own file, held in memory until the page is closed; undefined when there is none. */
export function useOwnCase(): { readonly own: Case | undefined; readonly keep: (own: Case) => void } {
  const client = useQueryClient()
  const { data } = useQuery<Case | null>({ queryKey: ['own-case'], queryFn: () => null })
  return { own: data ?? undefined, keep: (own) => client.setQueryData(['own-case'], own) }
}
