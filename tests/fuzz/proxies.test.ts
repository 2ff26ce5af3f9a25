import { test } from 'vitest';
import { expectRobust } from './expect-robust.ts';
import { fuzzedEnvoys, fuzzedZtunnels } from './sources/fuzzed-proxies.ts';

test('broken answers of Envoys break nothing else', () => expectRobust('envoys', fuzzedEnvoys, 0.7));
test('broken answers of ztunnels break nothing else', () => expectRobust('ztunnels', fuzzedZtunnels, 0.3));
