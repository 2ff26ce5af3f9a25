import { z } from 'zod';
import { healthRulesSchema } from '#lib/health-tolerances.ts';

const error = 'must be JSON: a list of tolerances';

/** A list of tolerances: as JSON, in the file also as YAML. */
export const healthRules = z
  .union([z.string(), z.array(z.unknown())], { error })
  .transform((given, context) => {
    try {
      const parsed = healthRulesSchema.safeParse(typeof given === 'string' ? JSON.parse(given) : given);
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      context.addIssue({ code: 'custom', message: `${issue?.path.join('.')}: ${issue?.message}` });
    } catch {
      context.addIssue({ code: 'custom', message: error });
    }
    return z.NEVER;
  });
