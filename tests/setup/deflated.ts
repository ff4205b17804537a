import { deflateRawSync } from 'node:zlib';
import { deflateAsync } from '@gfx/zopfli';

/** @returns the bytes as a raw deflate stream. The same bytes give the same stream. */
export type Deflate = (data: Uint8Array) => Promise<Uint8Array>;

export const quickly: Deflate = async (data) => deflateRawSync(data, { level: 9 });

/** 3 % smaller than zlib makes it, and much slower. More rounds than one gain a thousandth. */
export const tightly: Deflate = (data) => deflateAsync(data, { numiterations: 1 });
