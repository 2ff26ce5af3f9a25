import { readyz } from '#server/http/probes.ts';

export const dynamic = 'force-dynamic';
export const GET = readyz;
