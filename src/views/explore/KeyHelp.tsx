import { Fragment, useEffect, useState } from 'react'
import { prefer, usePreferences } from '#store/preferences.ts'
import { actOf, isField, KEY_GROUPS, keyCaps } from '#views/keys.ts'
import { Modal } from './Modal.tsx'

function Keys({ names }: { readonly names: readonly string[] }) {
  return names.map((name, place) => (
    <Fragment key={name}>
      {place > 0 && ' or '}
      {keyCaps(name).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </Fragment>
  ))
}

/** Every key, grouped by where it acts, out of the table that the keys themselves are read by. */
function KeyTable() {
  return (
    <div className="key-groups">
      {KEY_GROUPS.map(({ title, bindings }) => (
        <section key={title} className="key-group">
          <h3>{title}</h3>
          <dl>
            {bindings.map(({ act, keys, does }) => (
              <div key={act} className="key-row">
                <dt>
                  <Keys names={keys} />
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

/** The button and the key that explain the keys. */
export function KeyHelp() {
  const [isOpen, setIsOpen] = useState(false)
  const hasCharacterKeys = usePreferences((preferences) => preferences.hasCharacterKeys)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isField(event.target) || actOf(event, 'page') !== 'help') return
      event.preventDefault()
      setIsOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <button type="button" aria-label="Keys" aria-haspopup="dialog" title="Keys (?)" onClick={() => setIsOpen(true)}>
        ?
      </button>
      {isOpen && (
        <Modal title="Keys" className="key-help" onClose={() => setIsOpen(false)}>
          <KeyTable />
          <label className="key-switch">
            <input
              type="checkbox"
              checked={hasCharacterKeys}
              onChange={(event) => prefer({ hasCharacterKeys: event.target.checked })}
            />
            Keys of one letter or sign act. Without them the buttons and the other keys still do.
          </label>
        </Modal>
      )}
    </>
  )
}
