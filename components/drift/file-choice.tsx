'use client';

import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { words } from './words.ts';

/** As much as the server takes. */
const mostBytes = 64_000_000;

type FileChoiceProps = { file: string | undefined; isBusy: boolean; onChange: (file: File) => void };

/** A saved dump; too large a file is refused here, before it is sent. */
export function FileChoice({ file, isBusy, onChange }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isTooLarge, setTooLarge] = useState(false);
  return (
    <span className="flex flex-wrap items-center gap-2">
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label={words.earlier}
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => {
          const chosen = target.files?.[0];
          target.value = '';
          if (chosen === undefined) return;
          setTooLarge(chosen.size > mostBytes);
          if (chosen.size <= mostBytes) onChange(chosen);
        }}
      />
      <Button disabled={isBusy} onClick={() => input.current?.click()} title={words.earlierText}>
        <FileUp size={14} aria-hidden />
        {words.earlier}
        {file !== undefined && <span className="max-w-48 truncate font-normal text-ink-muted">{file}</span>}
      </Button>
      {isTooLarge && (
        <span role="alert" className="text-fail">
          {words.tooLarge}
        </span>
      )}
    </span>
  );
}
