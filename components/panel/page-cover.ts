import { CodedError } from '../../utils/messages/failure.ts';

/** With it RSpace covers its page while it saves, or waits for its server. */
const cover = '.blockUI';

/**
 * Waits until RSpace has uncovered its page. What is inserted while it saves would be lost: RSpace has sent the old
 * text already, and puts that into the next editor.
 *
 * @throws {CodedError} `notOpened` when `end` comes first.
 */
export async function untilUncovered(page: Document, end: AbortSignal): Promise<void> {
  const isCovered = () => page.querySelector(cover) !== null;
  if (!isCovered()) return;
  const uncovered = Promise.withResolvers<void>();
  const look = () => {
    if (!isCovered()) uncovered.resolve();
  };
  // One cover follows another within a task.
  const observer = new MutationObserver(() => setTimeout(look));
  observer.observe(page.body, { childList: true });
  end.addEventListener('abort', () => uncovered.reject(new CodedError('notOpened')), { once: true });
  try {
    await uncovered.promise;
  } finally {
    observer.disconnect();
  }
}
