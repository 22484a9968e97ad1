import { useState } from 'react';
import type { NewWorksheet } from '../../app/insert-worksheets';
import { DEFAULT_INSTRUMENT_ID, type InstrumentId } from '../../instrument/instrument';

/** What stands in the fields, as typed. */
export interface NewWorksheetFields {
  readonly agency: string;
  readonly unit: string;
  readonly year: string;
  readonly instrument: InstrumentId;
}

/** The years that a form takes: the evaluation began in 2018. */
export const YEARS = { min: 2018, max: 2099 } as const;

/** What a cell of the identity block holds comfortably; a pasted document is no name. */
export const MAX_NAME_LENGTH = 200;

export type FieldError = 'agency' | 'year';

/** Which fields keep the worksheet from being made: an agency must be named, a year has four digits. */
export function fieldErrors({ agency, year }: NewWorksheetFields): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (agency.trim() === '') errors.push('agency');
  const within = /^\d{4}$/.test(year.trim()) && Number(year) >= YEARS.min && Number(year) <= YEARS.max;
  if (!within) errors.push('year');
  return errors;
}

interface NewWorksheetForm {
  readonly fields: NewWorksheetFields;
  readonly set: (change: Partial<NewWorksheetFields>) => void;
  /** Nothing is called wrong before the person has tried to go on. */
  readonly errors: readonly FieldError[];
  /** The request, or null where a field must be corrected first. */
  readonly submit: () => NewWorksheet | null;
}

/** The fields of a new worksheet; year is this year until another is typed. */
export function useNewWorksheetForm(start: NewWorksheet, now: Date): NewWorksheetForm {
  const [fields, setFields] = useState<NewWorksheetFields>({
    agency: start.agency ?? '',
    unit: start.unit ?? '',
    year: String(start.year ?? now.getFullYear()),
    instrument: start.instrument ?? DEFAULT_INSTRUMENT_ID,
  });
  const [tried, setTried] = useState(false);
  return {
    fields,
    set: (change) => setFields((before) => ({ ...before, ...change })),
    errors: tried ? fieldErrors(fields) : [],
    submit: () => {
      setTried(true);
      if (fieldErrors(fields).length > 0) return null;
      const { agency, unit, year, instrument } = fields;
      return { agency: agency.trim(), unit: unit.trim(), year: Number(year), instrument };
    },
  };
}
