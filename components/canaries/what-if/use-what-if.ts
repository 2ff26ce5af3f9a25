'use client';

import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { type WhatIfQuery, whatIfSchema } from '#lib/contract/canary-what-if.ts';

/** How many requests it takes to tell two shares apart; asked for only where the fields make a question. */
export function useWhatIf(question: WhatIfQuery | undefined) {
  return useAnswer({
    path: '/api/canaries/what-if',
    parameters: {
      configured: textOf(question?.configured),
      actual: textOf(question?.actual),
      requestsPerSecond: textOf(question?.requestsPerSecond),
    },
    schema: whatIfSchema,
    isEnabled: question !== undefined,
  });
}

function textOf(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
