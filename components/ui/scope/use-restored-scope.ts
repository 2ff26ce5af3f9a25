'use client';

import { useEffect, useRef, useState } from 'react';
import { readStored, storedEntries } from '#lib/browser-storage.ts';
import { type ScopeValues, scopeUrl } from '#lib/scope-url.ts';
import { useUrlState } from '../use-url-state.ts';

/**
 * The scope out of the address. An address that says nothing about namespaces or time gets what was last used, once,
 * written into it so that a copied link shows the same.
 */
export function useRestoredScope() {
  const [values, change, ignored] = useUrlState(scopeUrl);
  const [awaited, setAwaited] = useState<Partial<ScopeValues>>();
  const hasArrived = useRef(false);

  // Once for the life of the page: later addresses come from choices, not from memory.
  const isAsked = useRef(false);
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    // Next listens to the history only once its own effects have run, which is after those of its children.
    window.setTimeout(() => {
      const patch = rememberedFor(new URLSearchParams(window.location.search));
      if (Object.keys(patch).length > 0) change(patch, { history: 'replace' });
      setAwaited(patch);
    }, 0);
  }, [change]);

  // The new address reaches the hooks some renders later; until then the values are not those to ask with.
  if (!hasArrived.current && awaited !== undefined) hasArrived.current = agrees(values, awaited);
  return { values, change, ignored, isRestored: hasArrived.current };
}

function rememberedFor(parameters: URLSearchParams): Partial<ScopeValues> {
  const range = readStored(storedEntries.lastRange);
  const namespaces = readStored(storedEntries.lastNamespaces);
  const hasRange = parameters.has('from') || parameters.has('to');
  return {
    ...(range !== undefined && !hasRange && { from: range.from, to: range.to }),
    ...(namespaces !== undefined && !parameters.has('namespaces') && { namespaces }),
  };
}

function agrees(values: ScopeValues, awaited: Partial<ScopeValues>): boolean {
  return JSON.stringify({ ...values, ...awaited }) === JSON.stringify(values);
}
