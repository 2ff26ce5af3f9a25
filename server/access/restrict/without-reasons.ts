import { ViglaError } from '#server/errors.ts';
import type { ObjectSource } from '#server/sources/interface.ts';
import { seesRoot } from './sees-root.ts';
import type { View } from './view.ts';

/** What a source's failure is called where its own words are kept. */
const toldByCode: Partial<Record<ViglaError['code'], string>> = {
  source_failed: 'answered with an error',
  source_unreachable: 'does not answer',
  source_timeout: 'took too long; a shorter range or fewer namespaces may take less',
};

/**
 * What asks a source, for somebody who may not see the control plane: that it failed is told, and not why, for that may
 * name where it is and what is in other namespaces. `name` is what the source is called.
 */
export function withoutReasons<Parameters extends readonly unknown[], Result>(
  name: string,
  mesh: { objects: ObjectSource; view: View },
  ask: (...parameters: Parameters) => Promise<Result>,
): (...parameters: Parameters) => Promise<Result> {
  return async (...parameters) => {
    try {
      return await ask(...parameters);
    } catch (cause) {
      const told = cause instanceof ViglaError ? toldByCode[cause.code] : undefined;
      if (told === undefined || !(cause instanceof ViglaError) || (await seesRoot(mesh))) throw cause;
      const message = `${name} ${told}. Whoever may see the namespace of the control plane is told why.`;
      throw new ViglaError(cause.code, message, { cause });
    }
  };
}
