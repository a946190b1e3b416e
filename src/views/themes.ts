import SHARED from '#data/themes.json'

const TITLES: ReadonlyMap<string, string> = new Map(SHARED.map(({ id, title }) => [id, title]))

/** The title of a shared theme; its id when the list does not have it. */
export function themeTitle(id: string): string {
  return TITLES.get(id) ?? id
}
