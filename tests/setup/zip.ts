import { crc32 } from 'node:zlib';
import type { Deflate } from './deflated.ts';

export interface ZipEntry {
  /** With slashes, whatever the system. */
  name: string;
  data: Uint8Array;
}

/** `-rw-r--r--`, where Unix keeps it in a zip. */
const mode = (0o100644 << 16) >>> 0;

/** Two 16-bit numbers of two seconds' accuracy, as MS-DOS has them; 1980 is the earliest. */
function dosTime(time: Date): [time: number, date: number] {
  const year = Math.max(0, time.getUTCFullYear() - 1980);
  return [
    (time.getUTCHours() << 11) | (time.getUTCMinutes() << 5) | (time.getUTCSeconds() >> 1),
    (year << 9) | ((time.getUTCMonth() + 1) << 5) | time.getUTCDate(),
  ];
}

/**
 * Packs files into a zip whose bytes follow from its contents alone: names sorted, one time for all (in UTC), no extra
 * fields (https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT). Names are UTF-8.
 */
export async function zip(entries: readonly ZipEntry[], time: Date, deflate: Deflate): Promise<Buffer> {
  const [clock, date] = dosTime(time);
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, data } of sorted) {
    const path = Buffer.from(name, 'utf8');
    const packed = await deflate(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // needs version 2.0: deflate
    common.writeUInt16LE(1 << 11, 2); // names are UTF-8
    common.writeUInt16LE(8, 4); // deflate
    common.writeUInt16LE(clock, 6);
    common.writeUInt16LE(date, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);
    const header = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(mode, 6);
    rest.writeUInt32LE(offset, 10);
    const madeByUnix = Buffer.from([20, 3]);
    central.push(Buffer.from('PK\x01\x02', 'latin1'), madeByUnix, common, rest, path);
    local.push(header);
    offset += header.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(sorted.length, 4);
  end.writeUInt16LE(sorted.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
