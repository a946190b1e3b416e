import { type DragEvent, useState } from 'react'
import { readCaseFile, useOwnCase } from '#store/cases.ts'
import { openOwn } from '#store/view.ts'
import { Trouble } from '#views/Problems.tsx'

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}

/** Opens a case file from the reader's own disk. It is read in the page, kept in memory, and sent nowhere. */
export function OpenFile() {
  const { keep } = useOwnCase()
  const [error, setError] = useState<Error>()
  const [isOver, setIsOver] = useState(false)
  const open = (file: File | undefined) => {
    if (!file) return
    file
      .text()
      .then((text) => {
        keep(readCaseFile(text, file.name))
        setError(undefined)
        openOwn()
        window.location.hash = '#/own'
      })
      .catch((reason: unknown) => setError(asError(reason)))
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    open(event.dataTransfer.files[0])
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping a file is a short cut; the button does the same
    <section
      aria-labelledby="own-heading"
      className={`own-file ${isOver ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <h2 id="own-heading">Your own case file</h2>
      <p>Choose a case file (JSON), or drop it here. It is read on this device and goes nowhere.</p>
      <label className="file-button">
        <span>Open a case file</span>
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => {
            open(event.target.files?.[0])
            // The same file may be chosen again after it was put right.
            event.target.value = ''
          }}
        />
      </label>
      {error && <Trouble error={error} />}
    </section>
  )
}
