/** Detail of an `interrupted` sign-in whose window nobody has closed yet: no other can be opened meanwhile. */
export const windowStillOpen = 'window still open';
