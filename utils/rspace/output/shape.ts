/**
 * Reads what comes from a page, in a few lines: the library that does it elsewhere would be 2 kB (gzip) on every document
 * page. A reader returns what it was asked for and nothing more, or throws.
 */
export type Reader<T> = (value: unknown) => T;

function reader<T>(is: (value: unknown) => value is T): Reader<T> {
  return (value) => {
    if (!is(value)) throw new TypeError('not of this shape');
    return value;
  };
}

/** @param longest in characters. */
export const text = (longest: number, pattern = /^/): Reader<string> =>
  reader(
    (value): value is string => typeof value === 'string' && value.length <= longest && pattern.test(value),
  );

export const number = reader((value): value is number => typeof value === 'number');
export const whole = reader((value): value is number => Number.isSafeInteger(value));
export const truth = reader((value): value is boolean => typeof value === 'boolean');

export const oneOf = <const T>(...all: readonly T[]): Reader<T> =>
  reader((value): value is T => all.some((one) => one === value));

export const orNull =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value) =>
    value === null ? null : read(value);

const array = reader((value): value is unknown[] => Array.isArray(value));

export const list =
  <T>(read: Reader<T>, longest = 10_000): Reader<T[]> =>
  (value) => {
    const all = array(value);
    if (all.length > longest) throw new RangeError('too long');
    return all.map(read);
  };

const object = reader(
  (value): value is Record<string, unknown> => typeof value === 'object' && value !== null,
);

export const record =
  <T extends object>(fields: { [K in keyof T]: Reader<T[K]> }): Reader<T> =>
  (value) => {
    const found = object(value);
    const read = Object.entries<Reader<unknown>>(fields).map(([name, field]) => [name, field(found[name])]);
    return Object.fromEntries(read) as T;
  };
