/** What turns packed bytes into a part's. The way that runs everywhere is here; a door may bring a faster one of its own. */
import { Inflate, inflateSync } from 'fflate';
import { crc32 } from './crc32';
import { INFLATE_AT_ONCE_BYTES, INFLATE_STEP_BYTES } from './limits';

export interface Unpacker {
  /**
   * The whole output. Throws where the stream is none, breaks off, or goes on beyond `size`; what follows the end of the
   * stream is nobody's. Never takes much more memory than `size`.
   */
  readonly inflate: (packed: Uint8Array, size: number) => Uint8Array;
  /** The first `atMost` bytes of the output; fewer where it is shorter. Throws where the stream is none. */
  readonly inflateStart: (packed: Uint8Array, atMost: number) => Uint8Array;
  /** The check sum as zip files store it. */
  readonly crc32: (bytes: Uint8Array) => number;
}

export const portableUnpacker: Unpacker = { inflate, inflateStart, crc32 };

class Overflow extends Error {}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  if (packed.length > INFLATE_AT_ONCE_BYTES) return inflateInSteps(packed, size);
  // The buffer cannot grow; its one spare byte tells whether the stream would have gone on.
  const output = inflateSync(packed, { out: new Uint8Array(size + 1) });
  if (output.length > size) throw new Overflow();
  return output;
}

function inflateInSteps(packed: Uint8Array, size: number): Uint8Array {
  const output = new Uint8Array(size);
  let filled = 0;
  const inflater = new Inflate((chunk) => {
    if (filled + chunk.length > size) throw new Overflow();
    output.set(chunk, filled);
    filled += chunk.length;
  });
  for (let at = 0; at < packed.length; at += INFLATE_STEP_BYTES) {
    const end = at + INFLATE_STEP_BYTES;
    inflater.push(packed.subarray(at, end), end >= packed.length);
  }
  return output.subarray(0, filled);
}

/** Bytes handed over at once where only the beginning is wanted: what they unpack to beyond it is wasted. */
const START_STEP_BYTES = 512;

function inflateStart(packed: Uint8Array, atMost: number): Uint8Array {
  const output = new Uint8Array(atMost);
  let filled = 0;
  const inflater = new Inflate((chunk) => {
    const wanted = chunk.subarray(0, atMost - filled);
    output.set(wanted, filled);
    filled += wanted.length;
  });
  const step = Math.min(INFLATE_STEP_BYTES, Math.max(START_STEP_BYTES, atMost >> 4));
  for (let at = 0; at < packed.length && filled < atMost; at += step) inflater.push(packed.subarray(at, at + step));
  return output.subarray(0, filled);
}
