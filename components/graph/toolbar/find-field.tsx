'use client';

import { type LucideIcon, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import type { Graph } from '#lib/contract/graph.ts';
import { type Completion, completeFind } from '#lib/find/complete-find.ts';
import { parseFind } from '#lib/find/parse-find.ts';
import { CompletionList } from './completion-list.tsx';

/** `focus` answers whether the field could take it; on narrow screens it stands elsewhere. */
export type FindFieldHandle = { focus: () => boolean };

type FindFieldProps = {
  label: string;
  icon: LucideIcon;
  /** What is in force, out of the address. */
  value: string;
  onChange: (value: string) => void;
  graph: Graph | undefined;
  /** How many things match; absent while nothing is looked for. */
  count?: number;
  countTitle?: string;
  className?: string;
  ref?: Ref<FindFieldHandle>;
};

/** An expression with completion. It takes effect on every key stroke that leaves it valid; Escape clears it. */
export function FindField(props: FindFieldProps) {
  const { label, icon: Icon, value, onChange, graph, count, countTitle, className, ref } = props;
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [caret, setCaret] = useState(0);
  const [hasTyped, setHasTyped] = useState(false);
  useEffect(() => setText(value), [value]);
  useImperativeHandle(ref, () => ({ focus: () => selectIfSeen(input.current) }), []);

  const answer = parseFind(text);
  const error = answer.isValid ? undefined : answer.error;
  const completions = isOpen ? completeFind(text, { caret, graph }) : [];
  const type = (next: string, nextCaret: number) => {
    setText(next);
    setCaret(nextCaret);
    setActive(-1);
    setIsOpen(true);
    setHasTyped(true);
    if (parseFind(next).isValid) onChange(next);
  };
  const take = (completion: Completion) => {
    const head = text.slice(0, completion.from) + completion.text;
    const space = completion.text.endsWith(':') ? '' : ' ';
    type(`${head}${space}${text.slice(caret).trimStart()}`, head.length + space.length);
    input.current?.focus();
    // React sets the value first; the caret would jump to the end otherwise.
    window.requestAnimationFrame(() =>
      input.current?.setSelectionRange(head.length + space.length, head.length + space.length),
    );
  };
  const handleKeyDown = (event: KeyboardEvent) => {
    // Tab finishes a word that was begun here; to somebody who walks through the page it must not do a thing.
    const begun = completions.find(({ from }) => hasTyped && from < caret);
    const chosen = completions[active] ?? (event.key === 'Tab' ? begun : undefined);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setIsOpen(true);
      setActive((before) => Math.max(-1, Math.min(completions.length - 1, before + step)));
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined && !event.shiftKey) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === 'Enter') {
      setIsOpen(false);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (isOpen && text !== '') setIsOpen(false);
      else {
        type('', 0);
        setIsOpen(false);
        input.current?.blur();
      }
    }
  };

  return (
    <div className={classNames('relative', className)}>
      <div
        className={classNames(
          'flex h-7 min-w-0 items-center gap-1.5 rounded-md border bg-surface px-2 text-sm text-ink-muted focus-within:border-accent',
          error === undefined || isOpen ? 'border-border' : 'border-mark-fail',
        )}
      >
        <Icon size={14} aria-hidden className="shrink-0" />
        <span aria-hidden>{label}</span>
        <input
          ref={input}
          role="combobox"
          aria-label={label}
          aria-expanded={completions.length > 0}
          aria-controls={listId}
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          aria-autocomplete="list"
          aria-invalid={error !== undefined}
          aria-errormessage={error === undefined ? undefined : `${listId}-error`}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) =>
            type(event.target.value, event.target.selectionStart ?? event.target.value.length)
          }
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? text.length)}
          onFocus={() => {
            setIsOpen(true);
            setHasTyped(false);
          }}
          onBlur={() => setIsOpen(false)}
          onKeyDown={handleKeyDown}
          className="mono w-full min-w-0 bg-transparent text-ink outline-none"
        />
        {count !== undefined && (
          <span className="mono shrink-0" title={countTitle} role="status" aria-label={countTitle}>
            {count}
          </span>
        )}
        {text !== '' && (
          <button
            type="button"
            aria-label={`Clear ${label}`}
            onClick={() => type('', 0)}
            className="shrink-0 hover:text-ink"
          >
            <X size={12} aria-hidden />
          </button>
        )}
      </div>
      <CompletionList
        id={listId}
        completions={completions}
        active={active}
        onTake={take}
        text={text}
        error={isOpen ? error : undefined}
      />
    </div>
  );
}

function selectIfSeen(input: HTMLInputElement | null): boolean {
  if (input === null || !input.checkVisibility()) return false;
  input.select();
  return true;
}
