/** Data validation of a cell: the kinds and limits of Excel that matter here. */
import { invalidArgument } from '../errors';

export interface Validation {
  /** The choices as one text, "1,2,3", or null: anything goes. */
  readonly list: string | null;
  readonly ignoreBlanks: boolean;
  readonly prompt: { readonly title: string; readonly message: string; readonly showPrompt: boolean };
  readonly errorAlert: {
    readonly title: string;
    readonly message: string;
    readonly style: string;
    readonly showAlert: boolean;
  };
}

export const NO_VALIDATION: Validation = {
  list: null,
  ignoreBlanks: true,
  prompt: { title: '', message: '', showPrompt: true },
  errorAlert: { title: '', message: '', style: 'Stop', showAlert: true },
};

/** Excel's limits, in characters. */
const LIMITS = { list: 255, title: 32, prompt: 255, error: 225 } as const;

/** Throws as Excel does where a text is too long or a list offers nothing. */
export function assertWithinLimits(validation: Validation): void {
  const { list, prompt, errorAlert } = validation;
  if (list !== null && (list.length === 0 || list.length > LIMITS.list)) throw invalidArgument('validation list');
  if (prompt.title.length > LIMITS.title) throw invalidArgument('validation prompt title');
  if (prompt.message.length > LIMITS.prompt) throw invalidArgument('validation prompt');
  if (errorAlert.title.length > LIMITS.title) throw invalidArgument('validation error title');
  if (errorAlert.message.length > LIMITS.error) throw invalidArgument('validation error message');
}

/** True where Excel lets a person type this: blank, one of the choices, or no stopping rule at all. */
export function accepts(validation: Validation | null, typed: string): boolean {
  if (validation?.list === null || validation === null) return true;
  if (!validation.errorAlert.showAlert || validation.errorAlert.style !== 'Stop') return true;
  if (typed === '') return validation.ignoreBlanks;
  return validation.list.split(',').some((choice) => choice.trim() === typed);
}
