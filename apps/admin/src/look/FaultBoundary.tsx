import { Component, type ReactNode } from 'react';
import { Failure } from './Failure.tsx';

/** A page that fails while it is drawn says so and offers to try again, instead of leaving the screen empty. */
export class FaultBoundary extends Component<{ children: ReactNode }, { error: unknown; failed: boolean }> {
  override state = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Failure
        what="This page cannot be shown"
        error={this.state.error}
        retry={() => this.setState({ error: null, failed: false })}
      />
    );
  }
}
