import { toFailure } from '../../../utils/messages/failure.ts';

/** @returns the failure with which something ends; throws where it does not fail. */
export async function failureOf(work: Promise<unknown>) {
  try {
    await work;
  } catch (thrown) {
    return toFailure(thrown);
  }
  throw new Error('nothing failed');
}
