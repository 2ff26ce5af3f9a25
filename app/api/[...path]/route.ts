import { noSuchRoute } from '#server/http/no-such-route.ts';

export const dynamic = 'force-dynamic';
export const GET = noSuchRoute;
export const POST = noSuchRoute;
export const PUT = noSuchRoute;
export const PATCH = noSuchRoute;
export const DELETE = noSuchRoute;
