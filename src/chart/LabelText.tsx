import type { PlacedLabel } from '#layout/labels.ts'

/** The words of a mark. */
export function LabelText({
  label,
  isSelected,
}: {
  readonly label: Pick<PlacedLabel, 'text' | 'x' | 'y' | 'tone' | 'bold'>
  readonly isSelected: boolean
}) {
  const { text, x, y, tone, bold } = label
  return (
    <text x={x} y={y} className={`label ${tone} ${bold ? 'bold' : ''} ${isSelected ? 'selected' : ''}`}>
      {text}
    </text>
  )
}
