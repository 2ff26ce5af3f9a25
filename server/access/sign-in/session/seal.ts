import { hkdfSync } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import type { z } from 'zod';

/** Makes text that only this installation can make or read, and that ends by itself. */
export type Seal<Payload> = {
  close(payload: Payload, untilSeconds: number): Promise<string>;
  /** Undefined for anything that is not whole, of this key and purpose, and still good. */
  open(text: string): Promise<Payload | undefined>;
};

type SealOptions<Schema extends z.ZodType> = {
  secret: string;
  /** Text sealed for one purpose is nothing for another. */
  purpose: string;
  schema: Schema;
  now: () => number;
};

/** JSON Web Encryption (RFC 7516), compact, `dir` with A256GCM. */
export function createSeal<Schema extends z.ZodType>({
  secret,
  purpose,
  schema,
  now,
}: SealOptions<Schema>): Seal<z.output<Schema>> {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', `vigla ${purpose}`, 32));
  return {
    close: (payload, untilSeconds) =>
      new EncryptJWT({ sealed: payload })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setExpirationTime(Math.floor(untilSeconds))
        .encrypt(key),
    async open(text) {
      if (!text.split('.').every(isCanonical)) return undefined;
      try {
        const { payload } = await jwtDecrypt(text, key, {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
          requiredClaims: ['exp'],
          currentDate: new Date(now()),
        });
        return schema.safeParse(payload.sealed).data;
      } catch {
        // Foreign, tampered with, cut or too old: all the same to whoever asks, who is signed out.
        return undefined;
      }
    },
  };
}

/** The last letter of base64url has bits that no decoder looks at; a changed one is no text of ours. */
function isCanonical(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part;
}
