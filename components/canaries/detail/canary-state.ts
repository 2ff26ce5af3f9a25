import { z } from 'zod';
import { urlText } from '#lib/url-parameters.ts';

/** What the page keeps in its address, each empty where nobody chose. */
export const canaryUrl = z.object({
  /** Name of the version that figures, bars and charts are of. */
  version: urlText(),
  /** `<namespace>/<workload>` of the source whose row is open. */
  source: urlText(),
  /** Name of the version whose row is open among those compared. */
  compared: urlText(),
});
