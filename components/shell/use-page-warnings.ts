'use client';

import { useMemo } from 'react';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useWarnings } from '#components/ui/scope/use-warnings.ts';

/** The answers' warnings, and what was not understood in the page's own address. */
export function usePageWarnings(): { code: string; source: string; message: string }[] {
  const { ignored, rangeProblem } = useScope();
  const warnings = useWarnings();
  return useMemo(() => {
    const address = ignored.map(({ parameter, message }) => ({
      code: `ignored_${parameter}`,
      source: 'address',
      message: `"${parameter}" in the address was ignored: ${message}.`,
    }));
    const range =
      rangeProblem === undefined ? [] : [{ code: 'range', source: 'address', message: rangeProblem }];
    return [...address, ...range, ...warnings];
  }, [ignored, rangeProblem, warnings]);
}
