import { Component, type ReactNode } from 'react'
import { Trouble } from '#views/Problems.tsx'

interface State {
  readonly error: Error | undefined
}

/** The last net: a fault in drawing shows a sentence and a way back, never an empty page. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: undefined }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <main id="main" className="elsewhere">
        <Trouble error={error} level={1} />
        <p>
          <a href="#/" onClick={() => this.setState({ error: undefined })}>
            Back to the library
          </a>
        </p>
      </main>
    )
  }
}
