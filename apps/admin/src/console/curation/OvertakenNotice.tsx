import type { ReactNode } from 'react';
import { useText } from '../providers/useText.ts';

/** Somebody else was first: what they have made of it, while what was typed here is still there. */
export function OvertakenNotice({ children }: { children: ReactNode }) {
  const text = useText();
  return (
    <div className="notice notice-failure overtaken" role="alert">
      <div>
        <p>
          <strong>{text('framework.editing.overtaken')}</strong> {text('framework.editing.overtakenWhat')}
        </p>
        {children}
      </div>
    </div>
  );
}
