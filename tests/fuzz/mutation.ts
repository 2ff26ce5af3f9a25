import { type Chance, createChance, seedOf } from './mutate/chance.ts';
import { mutateAnswer, mutateBody, type SentAnswer } from './mutate/mutate-answer.ts';
import { mutateDocument } from './mutate/mutate-document.ts';

/** What one case may do to the answers that pass it; each one that is changed counts. */
export type Mutation = {
  chance: Chance;
  /** The answer, or a broken one. */
  answer(answer: SentAnswer): SentAnswer;
  /** A file or a line that is broken for certain. */
  body(bytes: Buffer): Buffer;
  /** A document whose shape is broken for certain, as JSON. */
  document(value: unknown): string;
  /** The same with a chance of its own, for what is asked in no certain order. */
  about(what: string): Mutation;
};

/** The mutation that a text stands for; `count` is told of each answer that is changed. */
export function mutationOf(seedText: string, count: () => void): Mutation {
  const chance = createChance(seedOf(seedText));
  const share = chance.of([0.4, 1]);
  return {
    chance,
    answer(answer) {
      if (!chance.happens(share)) return answer;
      count();
      return mutateAnswer(answer, chance);
    },
    body(bytes) {
      count();
      return mutateBody(bytes, chance);
    },
    document(value) {
      count();
      return mutateDocument(value, chance);
    },
    about: (what) => mutationOf(`${seedText} ${what}`, count),
  };
}
