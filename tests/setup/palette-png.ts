import { crc32, deflateSync } from 'node:zlib';

/**
 * Packs an image of few colours, as the icons are, as a PNG with a palette: half of what a browser's screenshot is.
 *
 * @param rgba its pixels, four bytes each, line by line.
 * @throws where there are more than 256 colours.
 */
export function palettePng(rgba: Uint8ClampedArray, width: number): Buffer {
  const height = rgba.length / 4 / width;
  const numbers = new Map<number, number>();
  const pixels = Buffer.from(rgba);
  // Each line begins with the number of its filter: none.
  const lines = Buffer.alloc(height * (width + 1));
  for (let at = 0; at < width * height; at += 1) {
    const seen = pixels.readUInt32BE(at * 4);
    // What cannot be seen has no colour.
    const colour = (seen & 0xff) === 0 ? 0 : seen;
    if (!numbers.has(colour)) numbers.set(colour, numbers.size);
    lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = numbers.get(colour) ?? 0;
  }
  if (numbers.size > 256) throw new Error(`${numbers.size} colours are too many for a palette.`);
  const palette = [...numbers.keys()];
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // bits of a pixel, and that it is the number of a colour
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk(
      'PLTE',
      Buffer.from(palette.flatMap((one) => [one >>> 24, (one >>> 16) & 0xff, (one >>> 8) & 0xff])),
    ),
    chunk('tRNS', Buffer.from(palette.map((one) => one & 0xff))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
