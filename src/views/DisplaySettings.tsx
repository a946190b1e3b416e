import { prefer, TEXT_SIZES, THEMES, type Theme, usePreferences } from '#store/preferences.ts'

const THEME_NAME: Readonly<Record<Theme, string>> = { system: 'As the device', light: 'Light', dark: 'Dark' }
const SIZE_NAME: Readonly<Record<number, string>> = { 1: 'Desk', 1.25: 'Large', 1.5: 'Projector' }

/** Theme and text size, in a native disclosure: no script needed to open it. */
export function DisplaySettings() {
  const { theme, textSize } = usePreferences((preferences) => preferences)
  return (
    <details className="display">
      <summary>Display</summary>
      <div className="display-choices">
        <fieldset>
          <legend>Theme</legend>
          {THEMES.map((one) => (
            <label key={one}>
              <input type="radio" name="theme" checked={theme === one} onChange={() => prefer({ theme: one })} />
              {THEME_NAME[one]}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>Text size</legend>
          {TEXT_SIZES.map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="text-size"
                checked={textSize === one}
                onChange={() => prefer({ textSize: one })}
              />
              {SIZE_NAME[one]}
            </label>
          ))}
        </fieldset>
      </div>
    </details>
  )
}
