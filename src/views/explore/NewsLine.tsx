import type { News } from './useNews.ts'

/** The line a listener hears; nothing is seen of it. */
export function NewsLine({ news }: { readonly news: News }) {
  return (
    <div aria-live="polite" className="visually-hidden news">
      <p key={news.count}>{news.text}</p>
    </div>
  )
}
