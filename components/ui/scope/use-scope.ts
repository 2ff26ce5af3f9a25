'use client';

import { useContext } from 'react';
import { type Scope, ScopeContext } from './scope-provider.tsx';

/** What the page looks at: namespaces, time, refresh, and how to change them. */
export function useScope(): Scope {
  const scope = useContext(ScopeContext);
  if (scope === undefined) throw new Error('useScope works below ScopeProvider only');
  return scope;
}
