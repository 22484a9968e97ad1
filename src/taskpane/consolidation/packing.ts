/** What a file says, packed for its way from one worker to another: the instrument goes by its name. */
import type { AppError } from '../../app/describe';
import type { Received } from '../../consolidation/intake';
import type { Submission } from '../../consolidation/submission';
import type { InstrumentId } from '../../instrument/instrument';
import { instrumentById } from '../../instrument/instruments';
import { score } from '../../scoring/score-card';
import type { WorksheetContent } from '../../worksheet/plan/content';

/** A submission without what everyone has or can compute: a copy of the instrument for each file would fill the memory. */
interface PackedSubmission extends Omit<Submission, 'content' | 'card'> {
  readonly content: Omit<WorksheetContent, 'instrument'> & { readonly instrument: InstrumentId };
}

export interface PackedReceived extends Omit<Received<AppError>, 'reading'> {
  readonly reading:
    { readonly ok: true; readonly value: PackedSubmission } | { readonly ok: false; readonly error: AppError };
}

/** The same without the instrument and what follows from it. */
export function pack({ reading, ...file }: Received<AppError>): PackedReceived {
  if (!reading.ok) return { ...file, reading };
  const { content, levels, assigned, stage, findings } = reading.value;
  const packed = { content: { ...content, instrument: content.instrument.id }, levels, assigned, stage, findings };
  return { ...file, reading: { ok: true, value: packed } };
}

/** What was packed. */
export function unpack({ reading, ...file }: PackedReceived): Received<AppError> {
  if (!reading.ok) return { ...file, reading };
  const { content, ...rest } = reading.value;
  const instrument = instrumentById(content.instrument);
  if (instrument === null) throw new Error(`No instrument ${content.instrument}`);
  const value = { ...rest, content: { ...content, instrument }, card: score(instrument, rest.levels) };
  return { ...file, reading: { ok: true, value } };
}
