/**
 * Under Node, a signal that was made of others forgets that it was aborted when these are collected as garbage, and tests
 * failed now and then (https://github.com/nodejs/node/issues/65995). No browser does so: here the others are kept.
 */
const sources = new WeakMap<AbortSignal, readonly AbortSignal[]>();
const anyOf = AbortSignal.any.bind(AbortSignal);

function anyThatKeeps(signals: Iterable<AbortSignal>): AbortSignal {
  const all = [...signals];
  const any = anyOf(all);
  sources.set(any, all);
  return any;
}

// Once for all test files of a process.
if (AbortSignal.any.name !== anyThatKeeps.name) AbortSignal.any = anyThatKeeps;
