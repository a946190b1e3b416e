import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Days } from '#analysis/certainty.ts'
import type { AccountsTold } from '#analysis/rules/account-words.ts'
import type { ClockTold } from '#analysis/rules/clock-words.ts'
import type { Meeting } from '#analysis/rules/meeting-table.ts'
import type { Thresholds } from '#analysis/rules/thresholds.ts'
import type { Case } from '#model/case.ts'
import type { Instant } from '#model/time.ts'
import { sourceOf } from './cases.ts'
import type { Answer, Noticed } from './rules-desk.ts'
import { type Ears, openQueue } from './rules-queue.ts'
// oxlint-disable-next-line import/default -- Vite makes the address of what it names
import workerAddress from './rules-worker.ts?worker&url'

/** What the rules say of a case, found out beside the page. */

interface Policy {
  /** In truth an object that stands where an address does. */
  readonly createScriptURL: (address: string) => string
}

declare global {
  interface Window {
    readonly trustedTypes?: {
      readonly createPolicy: (name: 'app', rules: Policy) => Policy
    }
  }
}

const UNCHECKED: Policy = { createScriptURL: (address) => address }
let policy: Policy | undefined

/** The page's policy lets no text become the address of a script but by this one, which knows a single address. */
function startWorker({ onAnswer, onBreak }: Ears): Worker {
  policy ??=
    window.trustedTypes?.createPolicy('app', {
      createScriptURL: (address) => {
        if (address !== workerAddress) throw new TypeError('Only the worker that runs the rules may be started.')
        return address
      },
    }) ?? UNCHECKED
  const worker = new Worker(policy.createScriptURL(workerAddress), { type: 'module', name: 'rules' })
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => onAnswer(data))
  worker.addEventListener('error', ({ message }) => onBreak(message))
  return worker
}

const send = openQueue(startWorker)

/** The rest of a visit may come back to a page it has left; an hour of sliders is not kept. */
const KEPT_MS = 5 * 60_000

function refuse(answer: Answer): never {
  throw new Error(answer.kind === 'trouble' ? answer.reason : 'the answer was to another question')
}

export interface Ruled extends Noticed {
  /** The thresholds it was found under, which may be earlier ones than those asked for. */
  readonly limits: Thresholds
}

/**
 * What the rules notice in a case up to a day. While thresholds move, the answer under the earlier ones stays; what
 * was found for another day never does, since it may tell what came later.
 */
export function useRules(of: Case, day: Instant | undefined, limits: Thresholds): UseQueryResult<Ruled> {
  const { number, text } = sourceOf(of)
  return useQuery({
    queryKey: ['rules', number, day ?? null, limits] as const,
    queryFn: async ({ signal }): Promise<Ruled> => {
      const answer = await send({ kind: 'rules', number, day, limits }, text, signal)
      return answer.kind === 'rules' ? { candidates: answer.candidates, matrix: answer.matrix, limits } : refuse(answer)
    },
    placeholderData: (earlier, query) =>
      query?.queryKey[1] === number && query.queryKey[2] === (day ?? null) ? earlier : undefined,
    gcTime: KEPT_MS,
  })
}

/** The lengths in a case up to a day that each threshold is compared with. */
export function useLengths(of: Case, day: Instant | undefined): UseQueryResult<ReadonlyMap<string, readonly Days[]>> {
  const { number, text } = sourceOf(of)
  return useQuery({
    queryKey: ['lengths', number, day ?? null] as const,
    queryFn: async ({ signal }) => {
      const answer = await send({ kind: 'lengths', number, day }, text, signal)
      return answer.kind === 'lengths' ? answer.lengths : refuse(answer)
    },
    gcTime: KEPT_MS,
  })
}

/** What every clock read in a case up to a day. */
export function useClocks(of: Case, day: Instant | undefined): UseQueryResult<readonly ClockTold[]> {
  const { number, text } = sourceOf(of)
  return useQuery({
    queryKey: ['clocks', number, day ?? null] as const,
    queryFn: async ({ signal }) => {
      const answer = await send({ kind: 'clocks', number, day }, text, signal)
      return answer.kind === 'clocks' ? answer.clocks : refuse(answer)
    },
    gcTime: KEPT_MS,
  })
}

/** What the rules ask of a case up to a day under each of two accounts in conflict. */
export function useAccounts(
  of: Case,
  day: Instant | undefined,
  limits: Thresholds,
): UseQueryResult<readonly AccountsTold[]> {
  const { number, text } = sourceOf(of)
  return useQuery({
    queryKey: ['accounts', number, day ?? null, limits] as const,
    queryFn: async ({ signal }) => {
      const answer = await send({ kind: 'accounts', number, day, limits }, text, signal)
      return answer.kind === 'accounts' ? answer.accounts : refuse(answer)
    },
    gcTime: KEPT_MS,
  })
}

/** Who was at which meeting of a case up to a day. While the threshold moves, the earlier answer stays, as for the rules. */
export function useMeetings(
  of: Case,
  day: Instant | undefined,
  limits: Thresholds,
  isAsked: boolean,
): UseQueryResult<readonly Meeting[]> {
  const { number, text } = sourceOf(of)
  return useQuery({
    queryKey: ['meetings', number, day ?? null, limits.aroundMeeting] as const,
    queryFn: async ({ signal }) => {
      const answer = await send({ kind: 'meetings', number, day, limits }, text, signal)
      return answer.kind === 'meetings' ? answer.meetings : refuse(answer)
    },
    enabled: isAsked,
    placeholderData: (earlier, query) =>
      query?.queryKey[1] === number && query.queryKey[2] === (day ?? null) ? earlier : undefined,
    gcTime: KEPT_MS,
  })
}
