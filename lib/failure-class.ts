/**
 * What is wrong with what a source answered, where something else helps against it than against a lost connection:
 * credentials that it does not take or that may not ask, a path that it does not have, another address that it names, an
 * answer of something else, a gateway with nobody behind it.
 */
export type AnswerFault = 'unauthorized' | 'forbidden' | 'notFound' | 'redirected' | 'notThis' | 'gateway';

/** What went wrong between Vigla and a source, by what helps against it. */
export type FailureClass =
  | AnswerFault
  | 'refused'
  | 'unknownHost'
  | 'unreachable'
  | 'brokenOff'
  | 'unknownAuthority'
  | 'otherHost'
  | 'expired'
  | 'noTls'
  | 'timeout';
