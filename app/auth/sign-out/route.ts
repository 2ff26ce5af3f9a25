import { signOut } from '#server/http/sign-in/sign-out.ts';

export const POST = signOut;
