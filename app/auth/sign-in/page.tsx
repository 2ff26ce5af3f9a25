import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { SignInPage } from '#components/shell/sign-in/sign-in-page.tsx';
import { signInFacts } from '#server/http/sign-in/sign-in-facts.ts';

export const metadata: Metadata = { title: 'Sign in' };

export default async function Page({ searchParams }: { searchParams: Promise<unknown> }) {
  const facts = await signInFacts(await searchParams, new Headers(await headers()));
  if (facts === undefined) redirect('/');
  return <SignInPage {...facts} />;
}
