/** A place in the reader's browser where texts are kept under names, on the device or for the visit. */
export interface Keep {
  /** The text under a name; null when there is none, or when the browser bars its storage. */
  readonly read: (name: string) => string | null
  /** Keeps a text at once, so that a reload right after finds it; null takes it away. Tells whether that was done. */
  readonly write: (name: string, text: string | null) => boolean
}

/** What a browser's `Storage` offers of itself. */
type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Never throws. A browser that bars storage may refuse to name it at all, so that it is asked for at each use. */
export function keepIn(open: () => Drawer): Keep {
  return {
    read: (name) => {
      try {
        return open().getItem(name)
      } catch {
        return null
      }
    },
    write: (name, text) => {
      try {
        const drawer = open()
        if (text === null) drawer.removeItem(name)
        else drawer.setItem(name, text)
        return true
      } catch {
        return false
      }
    },
  }
}
