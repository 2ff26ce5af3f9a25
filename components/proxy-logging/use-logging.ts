'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAnswer } from '#components/ui/scope/use-answer.ts';
import { fetchAnswer } from '#lib/api-client.ts';
import { type ProxyLoggingBody, proxyLoggingSchema } from '#lib/contract/proxy-logging.ts';
import { type ProxyTarget, proxyRoute } from '#lib/proxy-target.ts';

/** The levels of a proxy's loggers. */
export function useLogging(target: ProxyTarget) {
  return useAnswer({
    path: proxyRoute(target, 'logging'),
    parameters: { cluster: target.cluster },
    schema: proxyLoggingSchema,
  });
}

/** Sets levels; the answer has them as they are afterwards. */
export function useChangeLogging(target: ProxyTarget) {
  const queryClient = useQueryClient();
  const path = proxyRoute(target, 'logging');
  const parameters = { cluster: target.cluster };
  return useMutation({
    mutationFn: (body: ProxyLoggingBody) =>
      fetchAnswer({ path, parameters, schema: proxyLoggingSchema, body }),
    onSuccess: (answer) => queryClient.setQueryData([path, parameters], answer),
  });
}
