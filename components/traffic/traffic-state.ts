import { z } from 'zod';
import { urlFlag, urlText } from '#lib/url-parameters.ts';

/** What the traffic tab keeps in the address: the id of the edge whose row is open, and whether idle peers show. */
export const trafficUrl = z.object({ edge: urlText(), idle: urlFlag(false) });
