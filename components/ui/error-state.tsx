import { OctagonX, RefreshCw } from 'lucide-react';
import { ApiError } from '#lib/api-client.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

type ErrorStateProps = {
  error: Error;
  onRetry: () => void;
  isRetrying?: boolean;
  /** In a card or a panel rather than a whole page. */
  isSmall?: boolean;
};

/** What failed, why, what to do, and a button that tries again. */
export function ErrorState({ error, onRetry, isRetrying = false, isSmall = false }: ErrorStateProps) {
  const { title, detail } = wordsOf(error);
  return (
    <div
      role="alert"
      className={classNames(
        'flex flex-col items-center justify-center gap-1 px-4 text-center',
        isSmall ? 'py-5' : 'h-full min-h-60 py-12',
      )}
    >
      <OctagonX size={20} strokeWidth={1.5} aria-hidden className="mb-1 text-fail" />
      <p className={isSmall ? 'font-medium' : 'text-lg font-semibold tracking-tight'}>{title}</p>
      <p className="max-w-lg text-ink-muted wrap-anywhere">{detail}</p>
      <Button className="mt-2" onClick={onRetry} disabled={isRetrying}>
        <RefreshCw size={14} aria-hidden />
        {isRetrying ? 'Trying again' : 'Try again'}
      </Button>
    </div>
  );
}

function wordsOf(error: Error): { title: string; detail: string } {
  if (error instanceof ApiError) {
    const hint = error.retryAfterSeconds === undefined ? '' : ' The page does so by itself.';
    return { title: error.title, detail: error.detail + hint };
  }
  return { title: 'This part of the page failed', detail: error.message };
}
