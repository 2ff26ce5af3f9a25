import { beginSignIn } from '#server/http/sign-in/begin-sign-in.ts';

export const dynamic = 'force-dynamic';
export const GET = beginSignIn;
