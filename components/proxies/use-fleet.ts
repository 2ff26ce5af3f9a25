'use client';

import { useEffect } from 'react';
import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { useScope } from '#components/ui/scope/use-scope.ts';
import { proxiesSchema } from '#lib/contract/proxies.ts';

/**
 * The fleet: what pods and istiod say, with every refresh, and what the proxies themselves say, asked once and when the
 * reader asks again. The server keeps the latter for some minutes, so the refreshed list has it, too.
 */
export function useFleet() {
  const { apiParameters, isReady } = useScope();
  const parameters = { namespaces: apiParameters.namespaces };
  const path = '/api/proxies';
  const fleet = useAnswer({ path, parameters, schema: proxiesSchema, isEnabled: isReady });
  const asked = useAnswer({
    path,
    parameters: { ...parameters, include: 'proxies' },
    schema: proxiesSchema,
    isEnabled: isReady && fleet.data !== undefined,
    isOnDemand: true,
  });
  const { refetch } = fleet;
  const askedAt = asked.dataUpdatedAt;
  useEffect(() => {
    if (askedAt > 0) void refetch();
  }, [askedAt, refetch]);
  return { fleet, asked };
}
