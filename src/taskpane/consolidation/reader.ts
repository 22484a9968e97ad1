/** A reader: takes one file at a time, and hands what it says to the keeper. */
import type { AppError } from '../../app/describe';
import { readSubmission } from '../../app/read-submission';
import type { Received } from '../../consolidation/intake';
import { MAX_FILE_BYTES } from '../../workbook/xlsx/limits';
import { readIntakeFile } from '../../workbook/xlsx/read-intake';
import { mayHoldAssessment } from '../../worksheet/recognise/may-hold-assessment';
import { pack } from './packing';
import type { FromReader, Handover, Line, Post, ToReader } from './protocol';

/** What a reader does with each message; it says through `post` when it is done with a file. */
export function createReader(post: Post<FromReader>): (message: ToReader) => void {
  let keeper: Line | null = null;
  post({ kind: 'ready' });
  return (message) => {
    if (message.kind === 'connect') {
      keeper = message.keeper;
      return;
    }
    const { id, name, file } = message;
    void receive(name, file).then((received) => {
      const handover: Handover = { id, received: pack(received) };
      keeper?.postMessage(handover);
      post({ kind: 'done', id });
    });
  };
}

/** What a file says, or why it cannot be read. */
async function receive(name: string, file: File): Promise<Received<AppError>> {
  const refused = (error: AppError, fingerprint = ''): Received<AppError> => ({
    file: name,
    modified: file.lastModified,
    fingerprint,
    reading: { ok: false, error },
  });
  // Before reading: a disk image would fill the memory.
  if (file.size > MAX_FILE_BYTES) return refused({ code: 'too-large', subject: null });
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder, or a file that was moved or locked since it was chosen.
    return refused({ code: 'unreadable-file', subject: null });
  }
  const fingerprint = await fingerprintOf(bytes);
  try {
    const intake = readIntakeFile(bytes, mayHoldAssessment);
    if (!intake.ok) return refused(intake.error, fingerprint);
    const { snapshot, modified } = intake.value;
    const saved = modified?.getTime() ?? file.lastModified;
    return { file: name, modified: saved, fingerprint, reading: readSubmission(snapshot) };
  } catch {
    // A bug of ours, or no memory left; the other files shall not suffer from it.
    return refused({ code: 'unreadable-file', subject: null }, fingerprint);
  }
}

/** SHA-256 in hexadecimal digits; "" on a page that was loaded without HTTPS, where browsers offer none. */
async function fingerprintOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto };
  if (subtle === undefined) return '';
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
