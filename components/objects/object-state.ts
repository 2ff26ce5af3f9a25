import { z } from 'zod';
import { urlText, urlWord } from '#lib/url-parameters.ts';

const objectTabs = ['object', 'envoy'] as const;

/** What an object's page keeps in its address: the field that is meant (`spec.http[2]`), and the view. */
export const objectUrl = z.object({ path: urlText(), tab: urlWord(objectTabs, 'object') });
