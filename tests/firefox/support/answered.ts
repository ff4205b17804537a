/**
 * Firefox never answers a question to a page that is being replaced by another one: after this time (milliseconds) it is
 * asked again. An answer takes some ten of them.
 */
const answerLimit = 5_000;

/** @throws where the answer does not come. */
export async function answered<T>(question: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('Firefox has not answered.')), answerLimit);
  try {
    return await Promise.race([question, late]);
  } finally {
    clearTimeout(timer);
  }
}
