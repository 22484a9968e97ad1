/** Unpacking by the zlib that node brings: several times faster than what also runs in a browser. */
import * as zlib from 'node:zlib';
import { portableUnpacker, type Unpacker } from '../workbook/xlsx/unpacker';

/** Absent before node 20.15. */
const { crc32 = portableUnpacker.crc32 } = zlib as { readonly crc32?: (bytes: Uint8Array) => number };

/** A buffer that the output does not fill is not followed by a second one. */
const SPARE_BYTES = 64;
/** How much more than the wanted beginning may come out before the stream is taken in small steps. */
const MOST_WASTED = 16;
const SMALLEST_WASTE_BYTES = 1024 * 1024;

export const zlibUnpacker: Unpacker = { inflate, inflateStart, crc32 };

function inflate(packed: Uint8Array, size: number): Uint8Array {
  const output = zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, size), chunkSize: size + SPARE_BYTES });
  return plain(output);
}

function inflateStart(packed: Uint8Array, atMost: number): Uint8Array {
  const options = {
    finishFlush: zlib.constants.Z_SYNC_FLUSH,
    maxOutputLength: Math.max(SMALLEST_WASTE_BYTES, atMost * MOST_WASTED),
    chunkSize: 4 * atMost + SPARE_BYTES,
  };
  // Sheets shrink to a tenth, their beginnings less: a quarter is mostly enough, and what is too little is doubled.
  for (let taken = Math.max(SPARE_BYTES, atMost >> 2); ; taken *= 2) {
    try {
      const output = zlib.inflateRawSync(packed.subarray(0, taken), options);
      if (output.length >= atMost || taken >= packed.length) return plain(output.subarray(0, atMost));
    } catch (error) {
      if (!isOverflow(error)) throw error;
      return portableUnpacker.inflateStart(packed, atMost);
    }
  }
}

function isOverflow(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/** The same bytes without what a Buffer adds: code that meets one kind of array only runs faster. */
function plain(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}
