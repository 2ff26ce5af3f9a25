'use client';

import { useMemo } from 'react';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { useWarnings } from '#components/ui/scope/use-warnings.ts';
import { ignoredParameterText } from '#lib/url-state.ts';

/** The answers' warnings, and what was not understood in the page's own address. */
export function usePageWarnings(): { code: string; source: string; message: string }[] {
  const { ignored, rangeProblem } = useScope();
  const warnings = useWarnings();
  return useMemo(() => {
    const address = ignored.map((entry) => ({
      code: `ignored_${entry.parameter}`,
      source: 'address',
      message: ignoredParameterText(entry),
    }));
    const range =
      rangeProblem === undefined ? [] : [{ code: 'range', source: 'address', message: rangeProblem }];
    return [...address, ...range, ...warnings];
  }, [ignored, rangeProblem, warnings]);
}
