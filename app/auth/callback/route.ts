import { finishSignIn } from '#server/http/sign-in/finish-sign-in.ts';

export const dynamic = 'force-dynamic';
export const GET = finishSignIn;
