import { z } from 'zod';

/** What the cookies of somebody who signed in hold; the server keeps nothing. Times are epoch seconds. */
export const sessionSchema = z.strictObject({
  name: z.string().min(1),
  groups: z.array(z.string()),
  untilSeconds: z.number(),
  /** The user's own token for the Kubernetes API. */
  token: z.string().min(1).optional(),
  openid: z
    .strictObject({
      subject: z.string(),
      /** A hint for the provider when signing out; left out where there is no room for it. */
      idToken: z.string().optional(),
      refresh: z
        .strictObject({
          token: z.string().min(1),
          /** From when on the provider is asked again. */
          fromSeconds: z.number(),
          /** Until when its last word counts. */
          freshUntilSeconds: z.number(),
        })
        .optional(),
    })
    .optional(),
});
export type Session = z.infer<typeof sessionSchema>;
