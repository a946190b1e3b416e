/** The patterns of the hatches on a screen, once in a document; what is printed or saved has them as lines. */
export function HatchDefs() {
  return (
    <defs>
      <pattern id="hatch-rising" width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="hatch-line" d="M0 0V5" />
      </pattern>
      <pattern id="hatch-upright" width={4.2} height={4.2} patternUnits="userSpaceOnUse">
        <path className="hatch-line" d="M2.1 0V4.2" />
      </pattern>
      <pattern id="hatch-crossed" width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="hatch-line" d="M2.5 0V5M0 2.5H5" />
      </pattern>
      <pattern id="hatch-squares" width={5} height={5} patternUnits="userSpaceOnUse">
        <path className="hatch-square" d="M0 0H2.5V2.5H0ZM2.5 2.5H5V5H2.5Z" />
      </pattern>
    </defs>
  )
}
