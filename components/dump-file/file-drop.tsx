'use client';

import { FileJson, TriangleAlert } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { CopyButton } from '#components/ui/copy-button.tsx';
import { words } from './words.ts';

type FileDropProps = {
  onFile: (file: File) => void;
  /** The file that is being opened. */
  opening: string | undefined;
  problem: { title: string; text: string } | undefined;
};

const exampleCommand = words.command('<pod>.<namespace>');

/** Where a file is dropped or chosen. */
export function FileDrop({ onFile, opening, problem }: FileDropProps) {
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const handleDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  };
  const handleDragOver = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <section
      aria-label={words.drop}
      onDrop={handleDrop}
      onDragOver={handleDragOver}
      onDragLeave={() => setIsOver(false)}
      className={classNames(
        'm-4 flex min-h-80 flex-1 flex-col items-center justify-center gap-2 rounded-lg border border-dashed px-4 text-center',
        isOver ? 'border-accent bg-selected' : 'border-border-control bg-surface',
      )}
    >
      <FileJson size={28} strokeWidth={1.25} aria-hidden className="mb-1 text-ink-muted" />
      <p className="text-lg font-semibold tracking-tight">{words.drop}</p>
      <p className="max-w-xl text-ink-muted">{words.dropText}</p>
      <input
        ref={input}
        type="file"
        accept=".json,.gz,application/json,application/gzip"
        className="hidden"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      <Button
        look="primary"
        className="mt-2"
        disabled={opening !== undefined}
        onClick={() => input.current?.click()}
      >
        {opening === undefined ? words.choose : words.opening(opening)}
      </Button>
      {problem !== undefined && (
        <p role="alert" className="mt-2 inline-flex max-w-xl items-start gap-1.5 text-fail wrap-anywhere">
          <TriangleAlert size={14} aria-hidden className="mt-[3px] shrink-0" />
          <span>
            {problem.title}. {problem.text}
          </span>
        </p>
      )}
      <p className="mt-6 flex max-w-full flex-wrap items-center justify-center gap-1.5 text-xs text-ink-muted">
        {words.howTo}
        <code className="mono text-ink wrap-anywhere">{exampleCommand}</code>
        <CopyButton text={exampleCommand} label="command" />
      </p>
    </section>
  );
}
