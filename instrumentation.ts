/** Runs once before the first request: a wrong configuration ends the process here, in one clear line. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startProcess } = await import('#server/http/start-process.ts');
  startProcess();
}
