/**
 * The formula engine under the cells: IronCalc, fed with the contents of every cell and asked only for
 * results. Its own parsing of typed input and its formats are not used.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import initIronCalc, { Model } from '@ironcalc/wasm';
import { a1, quoteSheetName } from '../../../src/worksheet/address';
import { UnknownCall } from '../errors';
import type { Shift } from './area';
import type { Content } from './cell';

export type Result =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'error'; readonly error: string };

const CELL_TYPE = { number: 1, text: 2, boolean: 4, error: 16 } as const;

let loaded: Promise<unknown> | undefined;

/** A fresh engine with no sheet of its own left over. */
export async function createEngine(): Promise<Engine> {
  loaded ??= initIronCalc({
    module_or_path: readFileSync(createRequire(__filename).resolve('@ironcalc/wasm/wasm_bg.wasm')),
  });
  await loaded;
  return new Engine();
}

export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/**
 * The engine's first sheet, which no workbook of ours sees. The engine tells numbers as its formats show them,
 * nine digits or wrong in the last place; only as a text does a number come whole. So each result is joined to "" here.
 */
const DIGITS_SHEET = 'digits of results';

export class Engine {
  private readonly model = new Model('workbook', 'en', 'UTC', 'en');
  private readonly sheets = [DIGITS_SHEET];
  private readonly results = new Map<string, Result>();
  /** True where something changed since the last calculation. */
  isStale = false;

  constructor() {
    this.model.pauseEvaluation();
    this.model.renameSheet(0, DIGITS_SHEET);
  }

  addSheet(name: string): void {
    this.model.newSheet();
    this.sheets.push(name);
    this.model.renameSheet(this.sheets.length - 1, name);
    this.isStale = true;
  }

  renameSheet(name: string, newName: string): void {
    const index = this.index(name);
    this.model.renameSheet(index, newName);
    this.sheets[index] = newName;
    this.isStale = true;
  }

  removeSheet(name: string): void {
    const index = this.index(name);
    this.model.deleteSheet(index);
    this.sheets.splice(index, 1);
    this.isStale = true;
  }

  put(sheet: string, row: number, column: number, content: Content): void {
    this.model.setUserInput(this.index(sheet), row, column, input(content));
    this.isStale = true;
  }

  setName(name: string, formula: string): void {
    this.model.newDefinedName(name, null, formula.slice(1));
    this.isStale = true;
  }

  removeName(name: string): void {
    this.model.deleteDefinedName(name, null);
    this.isStale = true;
  }

  shift(sheet: string, shift: Shift): void {
    const index = this.index(sheet);
    const { axis, at, count } = shift;
    if (axis === 'row' && count > 0) this.model.insertRows(index, at, count);
    if (axis === 'row' && count < 0) this.model.deleteRows(index, at, -count);
    if (axis === 'column' && count > 0) this.model.insertColumns(index, at, count);
    if (axis === 'column' && count < 0) this.model.deleteColumns(index, at, -count);
    this.isStale = true;
  }

  /** A formula's text after rows and columns came and went. */
  formula(sheet: string, row: number, column: number): string {
    return this.model.getCellContent(this.index(sheet), row, column);
  }

  /** Calculates, and notes what these formulas yield. */
  calculate(places: readonly CellPlace[]): void {
    this.results.clear();
    places.forEach(({ sheet, row, column }, index) => {
      this.model.setUserInput(0, index + 1, 1, `=${quoteSheetName(sheet)}!${a1(row, column)}&""`);
    });
    this.model.evaluate();
    places.forEach((place, index) => {
      this.results.set(key(place), this.read(place, this.model.getFormattedCellValue(0, index + 1, 1)));
    });
    this.isStale = false;
  }

  /** What a formula yielded when it was last calculated; zero before that. */
  result(place: CellPlace): Result {
    return this.results.get(key(place)) ?? { kind: 'number', number: 0 };
  }

  private read({ sheet, row, column }: CellPlace, digits: string): Result {
    const index = this.index(sheet);
    const shown = this.model.getFormattedCellValue(index, row, column);
    switch (this.model.getCellType(index, row, column)) {
      case CELL_TYPE.number:
        return { kind: 'number', number: Number(digits) };
      case CELL_TYPE.text:
        return { kind: 'text', text: shown };
      case CELL_TYPE.boolean:
        return { kind: 'boolean', boolean: shown === 'TRUE' };
      case CELL_TYPE.error:
        // A formula that the engine cannot read, or lacks, says nothing about the product.
        if (shown === '#ERROR!' || shown === '#N/IMPL!')
          throw new UnknownCall(`formula ${this.formula(sheet, row, column)}`);
        return { kind: 'error', error: shown };
      default:
        throw new UnknownCall(`type of the result in ${sheet}!${a1(row, column)}`);
    }
  }

  private index(name: string): number {
    const index = this.sheets.indexOf(name);
    if (index < 0) throw new Error(`the engine has no sheet ${name}`);
    return index;
  }
}

const key = ({ sheet, row, column }: CellPlace): string => `${sheet}!${a1(row, column)}`;

function input(content: Content): string {
  switch (content.kind) {
    case 'empty':
      return '';
    case 'number':
      return String(content.number);
    case 'boolean':
      return content.boolean ? 'TRUE' : 'FALSE';
    case 'error':
      return content.error;
    case 'formula':
      return content.formula;
    case 'text':
      return `'${content.text}`;
  }
}
