import { type Letter, openDesk } from './rules-desk.ts'

/** Runs the rules beside the page, so that the page never stands still for them. */

const answer = openDesk()
self.addEventListener('message', ({ data }: MessageEvent<Letter>) => self.postMessage(answer(data)))
