import { z } from 'zod';

/** What there is to say about a setting beside what it may be. */
export type SettingFacts = {
  /** Where it stands in the configuration file, e.g. `prometheus.url`. */
  path: string;
  /** Markdown for docs/configuration.md. */
  about: string;
  /** In the place of the default that the schema has. */
  defaultWords?: string;
  /** Never printed; may also be given as the name of a file that holds it. */
  isSecret?: boolean;
  /** The value names a file, or several as `KUBECONFIG` does: relative to where it was given. */
  names?: 'file' | 'files';
};

const factsBySchema = z.registry<SettingFacts>();

/**
 * A value of the configuration with what there is to say about it. The schema reads the text of an environment variable;
 * of the file it gets the same text for a scalar, and lists and maps as they are.
 */
export function setting<Schema extends z.ZodType>(schema: Schema, facts: SettingFacts): Schema {
  factsBySchema.add(schema, facts);
  return schema;
}

/** @throws Error where the schema was not made by `setting` */
export function factsOf(name: string, schema: z.ZodType): SettingFacts {
  const facts = factsBySchema.get(schema);
  if (facts === undefined) throw new Error(`${name} is no setting: nothing says where it stands in the file`);
  return facts;
}
