'use client';

import { useId } from 'react';
import type { Traces } from '#lib/contract/traces.ts';
import { FormField } from './form-field.tsx';
import type { SearchProblems } from './search-problems.ts';
import type { ChangeTracesState, TracesState } from './traces-state.ts';
import { words } from './words.ts';

type SearchFormProps = {
  state: TracesState;
  onChange: ChangeTracesState;
  problems: SearchProblems;
  traces: Traces | undefined;
  /** On details pages the target takes the place of service and operation. */
  isOfTarget: boolean;
  /** What is shown is still the answer to the former question. */
  isSearching: boolean;
};

const limits = [20, 100, 200, 500] as const;

/** What is searched for; every field is in the address. */
export function SearchForm({ state, onChange, problems, traces, isOfTarget, isSearching }: SearchFormProps) {
  const limitId = useId();
  const shownLimits = [...new Set([...limits, state.limit])].sort((a, b) => a - b);
  return (
    <search className="relative flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-2.5">
      {!isOfTarget && (
        <>
          <FormField
            label={words.service}
            placeholder={words.anyService}
            value={state.service}
            choices={traces?.services ?? []}
            onCommit={(service) => onChange({ service, operation: '' })}
            className="w-56 max-md:w-full"
          />
          <FormField
            label={words.operation}
            placeholder={words.anyOperation}
            value={state.operation}
            choices={operationsOf(traces)}
            onCommit={(operation) => onChange({ operation })}
            className="w-56 max-md:w-full"
          />
        </>
      )}
      <FormField
        label={words.atLeast}
        placeholder={words.durationHint}
        value={state.min}
        problem={problems.min}
        onCommit={(min) => onChange({ min })}
        className="w-24 max-md:flex-1"
      />
      <FormField
        label={words.atMost}
        placeholder={words.longestHint}
        value={state.max}
        problem={problems.max}
        onCommit={(max) => onChange({ max })}
        className="w-24 max-md:flex-1"
      />
      <FormField
        label={words.tags}
        placeholder={words.tagsHint}
        value={state.tags}
        problem={problems.tags}
        onCommit={(tags) => onChange({ tags })}
        className="min-w-52 flex-1 max-md:min-w-full"
      />
      <div className="flex flex-col gap-0.5">
        <label htmlFor={limitId} className="text-xs text-ink-muted">
          {words.limit}
        </label>
        <select
          id={limitId}
          value={state.limit}
          onChange={(event) => onChange({ limit: Number(event.target.value) })}
          className="h-7 rounded-md border bg-surface px-1.5 text-sm outline-none focus:border-accent"
        >
          {shownLimits.map((limit) => (
            <option key={limit} value={limit}>
              {words.limitOption(limit)}
            </option>
          ))}
        </select>
      </div>
      <label className="mt-[18px] flex h-7 items-center gap-1.5">
        <input
          type="checkbox"
          checked={state.errors}
          onChange={(event) => onChange({ errors: event.target.checked })}
        />
        {words.errorsOnly}
      </label>
      <span role="status" className="absolute top-1.5 right-4 text-xs text-ink-muted">
        {isSearching && words.searching}
      </span>
    </search>
  );
}

/** The roots seen: a store is not asked for its operations, which can be thousands. */
function operationsOf(traces: Traces | undefined): string[] {
  return [...new Set(traces?.traces.map(({ rootOperation }) => rootOperation))].sort();
}
