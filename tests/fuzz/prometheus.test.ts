import { test } from 'vitest';
import { expectRobust } from './expect-robust.ts';
import { fuzzedPrometheus } from './sources/fuzzed-prometheus.ts';

test('broken answers of Prometheus break nothing else', () => expectRobust('prometheus', fuzzedPrometheus));
