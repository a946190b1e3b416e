/** The places of the review that support something, as printed there. */
export function Citation({ source }: { readonly source: readonly string[] }) {
  return (
    <p className="citation">
      <span className="visually-hidden">Source in the review: </span>
      {source.join(' · ')}
    </p>
  )
}
