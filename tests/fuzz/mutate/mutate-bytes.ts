import { gzipSync } from 'node:zlib';
import type { Chance } from './chance.ts';

type Change = (bytes: Buffer, chance: Chance) => Buffer;

/** Bytes that are no longer what they were: cut, flipped, mixed with others, or something else altogether. */
export function mutateBytes(bytes: Buffer, chance: Chance): Buffer {
  return chance.of(changes)(bytes, chance);
}

const cut: Change = (bytes, chance) => bytes.subarray(0, chance.below(bytes.length + 1));

const flipped: Change = (bytes, chance) => {
  const changed = Buffer.from(bytes);
  if (changed.length === 0) return changed;
  for (let count = 1 + chance.below(8); count > 0; count--) {
    const at = chance.below(changed.length);
    changed.writeUInt8((changed[at] ?? 0) ^ (1 << chance.below(8)), at);
  }
  return changed;
};

const inserted: Change = (bytes, chance) => {
  const at = chance.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), chance.of(noises)(chance), bytes.subarray(at)]);
};

const changes: readonly Change[] = [
  cut,
  cut,
  flipped,
  flipped,
  inserted,
  inserted,
  (bytes, chance) => Buffer.concat([bytes, bytes.subarray(0, chance.below(bytes.length + 1))]),
  (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
  (bytes) => gzipSync(bytes),
  (bytes) => gzipSync(bytes).subarray(0, 40),
  (bytes) => Buffer.from(bytes.toString('latin1'), 'utf16le'),
  (_bytes, chance) => chance.of(others)(),
];

const noises: readonly ((chance: Chance) => Buffer)[] = [
  () => Buffer.from([0xff, 0xfe, 0xc0, 0x80]),
  () => Buffer.from([0xed, 0xa0, 0x80]),
  () => Buffer.from([0xf0, 0x9f]),
  () => Buffer.from('\u0000'),
  () => Buffer.from('\n'),
  () => Buffer.from('\n\n{}\n'),
  () => Buffer.from('"'),
  () => Buffer.from(',,'),
  () => Buffer.from(']}'),
  (chance) => Buffer.from(Array.from({ length: 64 }, () => chance.below(256))),
];

const others: readonly (() => Buffer)[] = [
  () => Buffer.alloc(0),
  () => Buffer.from('null'),
  () => Buffer.from('[]'),
  () => Buffer.from('{}'),
  () => Buffer.from('""'),
  () => Buffer.from('0'),
  () => Buffer.from(' '.repeat(1_000_000)),
  () => Buffer.from('['.repeat(200_000)),
  () => Buffer.from('<!doctype html><html><title>502</title></html>'),
  () => Buffer.from('404 page not found\n'),
  () => Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0xff, 0xff, 0xff]),
];
