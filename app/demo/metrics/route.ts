import { recordedMetrics } from '#server/http/exposition.ts';

export const dynamic = 'force-dynamic';
export const GET = recordedMetrics;
