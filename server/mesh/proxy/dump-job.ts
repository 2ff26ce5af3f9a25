/**
 * Work on whole answers of proxies, done off the request's thread when they are large: takes the bytes of one or more
 * answers and plain parameters, gives plain data back. Pure. Registered in `jobs.ts` under its name.
 */
export type DumpJob<Parameters, Result> = {
  name: string;
  run(inputs: readonly Uint8Array[], parameters: Parameters): Result;
};
