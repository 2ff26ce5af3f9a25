'use client';

import { useMutation } from '@tanstack/react-query';
import { fetchAnswer } from '#lib/api-client.ts';
import { signOutSchema } from '#lib/sign-in.ts';

/** Ends the session and leaves for where the server says: the identity provider's own end of it, or the sign-in page. */
export function useSignOut() {
  return useMutation({
    mutationFn: () =>
      fetchAnswer({ path: '/auth/sign-out', parameters: {}, schema: signOutSchema, body: {} }),
    onSuccess: ({ data }) => window.location.assign(data.location),
  });
}
