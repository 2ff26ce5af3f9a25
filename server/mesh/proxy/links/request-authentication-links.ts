import { z } from 'zod';
import type { ObjectReference } from '#lib/contract/evidence.ts';
import { showsLink } from './link.ts';
import { type LinkContext, type Linker, referenceTo } from './linker.ts';

const specSchema = z.looseObject({
  jwtRules: z.array(z.looseObject({ issuer: z.string().optional() })).nullish(),
});

type IssuerRule = { object: ObjectReference; part: string };

/** RequestAuthentications by the issuers of the JWT providers that a filter has: the filter does not name the object. */
export const requestAuthenticationLinks: Linker = (context) => {
  const rules = rulesByIssuer(context);
  return ({ issuers = [] }) =>
    issuers.flatMap((issuer) =>
      (rules.get(issuer) ?? []).map(({ object, part }) =>
        showsLink(object, {
          confidence: 'inferred',
          part,
          because: `A JWT provider of it has the issuer ${issuer}, as this rule has.`,
        }),
      ),
    );
};

function rulesByIssuer({ mesh, proxy }: LinkContext): Map<string, IssuerRule[]> {
  const holding = proxy?.policies.get('RequestAuthentication')?.map(({ object }) => keyOf(object));
  const rules = new Map<string, IssuerRule[]>();
  for (const { metadata, spec } of mesh.objects.RequestAuthentication) {
    const object = referenceTo('RequestAuthentication', metadata);
    if (holding !== undefined && !holding.includes(keyOf(object))) continue;
    for (const [place, { issuer }] of (specSchema.safeParse(spec).data?.jwtRules ?? []).entries())
      if (issuer !== undefined)
        rules.set(issuer, [...(rules.get(issuer) ?? []), { object, part: `jwtRules[${place}]` }]);
  }
  return rules;
}

function keyOf({ namespace, name }: ObjectReference): string {
  return `${namespace}/${name}`;
}
