import { submitToken } from '#server/http/sign-in/submit-token.ts';

export const POST = submitToken;
