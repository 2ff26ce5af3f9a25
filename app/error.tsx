'use client';

import { ErrorState } from '#components/ui/error-state.tsx';

/** The page's own code failed; the frame round it still works. */
export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return <ErrorState error={error} onRetry={reset} />;
}
