import { z } from 'zod';
import { urlWord } from '#lib/url-parameters.ts';

export const ztunnelSections = [
  'workloads',
  'services',
  'policies',
  'certificates',
  'connections',
  'config',
  'metrics',
] as const;
export type ZtunnelSection = (typeof ztunnelSections)[number];

/** What the tables of a ztunnel keep in the address: which one is shown. */
export const ztunnelUrl = z.object({ section: urlWord(ztunnelSections, 'workloads') });
