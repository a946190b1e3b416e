import type { ClockRule } from './clock-rule.ts'
import { ENGLAND } from './clocks-england.ts'
import { HEALTH } from './clocks-health.ts'
import { LOCAL_ENGLAND } from './clocks-local.ts'
import { OTHERS } from './clocks-others.ts'

/** Every timescale, from section 4.3 of the project's domain research; more than one line where editions differ. */
export const CLOCK_RULES: readonly ClockRule[] = [...ENGLAND, ...LOCAL_ENGLAND, ...HEALTH, ...OTHERS]
