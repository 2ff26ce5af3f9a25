import type { Health, HealthStatus } from '#lib/contract/health.ts';
import { healthStatuses } from '#lib/contract/health.ts';
import { edgeOperands } from './edge-operands.ts';
import { nodeOperands } from './node-operands.ts';
import type { FlagOperand, OperandEntry } from './operand-entry.ts';

function status(wanted: HealthStatus, about: string): FlagOperand {
  const read = (thing: { health: Health }) => thing.health.status === wanted;
  return { type: 'flag', aliases: [], about, ofNode: read, ofEdge: read };
}

const sharedOperands = {
  healthy: status('healthy', 'is healthy'),
  degraded: status('degraded', 'is degraded'),
  failing: status('failing', 'is failing'),
  health: {
    type: 'text',
    aliases: [],
    about: 'state of health',
    words: healthStatuses,
    ofNode: (node) => [node.health.status],
    ofEdge: (edge) => [edge.health.status],
  },
  idle: {
    type: 'flag',
    aliases: [],
    about: 'had no traffic in the time range',
    ofNode: (node) => node.isIdle === true || node.health.status === 'idle',
    ofEdge: (edge) => edge.isIdle === true || edge.health.status === 'idle',
  },
} as const satisfies Record<string, OperandEntry>;

const byId = { ...sharedOperands, ...nodeOperands, ...edgeOperands } as const;

export type OperandId = keyof typeof byId;

/** Every operand of the find and hide language. Adding one is a line in its own table. */
export const operands: Readonly<Record<OperandId, OperandEntry>> = byId;

const idByName = new Map<string, OperandId>(
  operandIds().flatMap((id) => [id, ...operands[id].aliases].map((name) => [name, id] as const)),
);

/** Ids in the order in which help and completion show them. */
export function operandIds(): OperandId[] {
  return Object.keys(byId).filter(isOperandId);
}

/** The operand behind an id or an alias, in any case; undefined when there is none. */
export function operandByName(name: string): OperandId | undefined {
  return idByName.get(name.toLowerCase());
}

function isOperandId(name: string): name is OperandId {
  return name in byId;
}
