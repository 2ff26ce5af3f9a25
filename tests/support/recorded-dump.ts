import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { bookinfoFolder } from './kubeapi.ts';
import { sharedFolder } from './shared-folder.ts';

/** `<namespace>.<pod>` of every proxy of the recorded mesh. */
export function recordedProxies(): string[] {
  return readdirSync(join(bookinfoFolder, 'envoy'));
}

/** The bytes of one recorded answer of a proxy, such as `config_dump.json`. */
export function recordedAnswer(proxy: string, name: string): Uint8Array {
  return readPlainOrZipped(join(bookinfoFolder, 'envoy', proxy, name));
}

/** The dump of the sidecar that knows 1,000 generated Services, about 10 MB. */
export function largeRecordedDump(): Uint8Array {
  const folder = join(sharedFolder, 'recordings', 'scale', '1000', 'envoy');
  const client = readdirSync(folder).find((name) => name.includes('.client-')) ?? '';
  return readPlainOrZipped(join(folder, client, 'config_dump.json'));
}

function readPlainOrZipped(file: string): Uint8Array {
  return existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`));
}
