import { z } from 'zod';
import { urlFlag, urlText } from '#lib/url-parameters.ts';

/** What the traffic tab keeps in the address: the edge whose row is open, whether idle peers show, whether logs are read. */
export const trafficUrl = z.object({ edge: urlText(), idle: urlFlag(false), logPeers: urlFlag(false) });
