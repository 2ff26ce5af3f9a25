import { seedOf } from '../model/hash.ts';
import { type Splitter, splitter } from '../model/splitter.ts';
import { usersAndBots } from '../model/visitors.ts';

/** Of the visitors' requests one in so many is traced; programs that call on a timer are traced always. */
export const visitorsPerTrace = 10;

const visitorFlows: readonly string[] = usersAndBots.map(({ name }) => name);

export function sampledShare(flowName: string): number {
  return visitorFlows.includes(flowName) ? 1 / visitorsPerTrace : 1;
}

const samplers = new Map<string, Splitter>();

/** Which numbers of a flow are traced: drawn at random once and for all, and countable like everything else. */
export function samplerOf(flowName: string): Splitter {
  const known = samplers.get(flowName) ?? splitter(seedOf(`traced ${flowName}`), sampledShare(flowName));
  samplers.set(flowName, known);
  return known;
}

export function isSampled(flowName: string, number: number): boolean {
  const { markedAmong } = samplerOf(flowName);
  return markedAmong(number + 1) > markedAmong(number);
}

export const samplingWords = `The recorded mesh traces one in ${visitorsPerTrace} of the requests that come in through the gateways, and every request of the programs that call on a timer.`;
