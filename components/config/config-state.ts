import { z } from 'zod';
import { urlText } from '#lib/url-parameters.ts';

/** What the configuration tab keeps in the address: the object whose manifest is open, `<kind>/<namespace>/<name>`. */
export const configUrl = z.object({ object: urlText() });
