/** @returns a text as it is compared: a saved document may break its lines elsewhere, and has its own no-break spaces. */
export function comparable(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/**
 * A short fingerprint (FNV-1a in six characters of base 36) of what was written into a cell. It tells later whether the
 * text is still that one, or the person's; it is no secret and protects nothing.
 */
export function textHash(text: string | null): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(comparable(text))) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return (hash % 36 ** 6).toString(36).padStart(6, '0');
}
